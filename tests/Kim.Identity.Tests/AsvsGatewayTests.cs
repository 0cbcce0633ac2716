using System.Net;
using System.Text;
using Kim.Testing.Fuzzing;

namespace Kim.Identity.Tests;

/// <summary>ASVS 3.4, 3.5, 4.1 and 4.2 at the one door: raw bytes against the gateway, and what gets through to the back end.</summary>
public sealed class AsvsGatewayTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    public static TheoryData<string, string> Smuggling => new()
    {
        { "length and chunks", "Content-Length: 60\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Hidden },
        { "chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + Hidden },
        { "two lengths", "Content-Length: 0\r\nContent-Length: 60\r\n\r\n" + Hidden },
        { "two equal lengths", "Content-Length: 0\r\nContent-Length: 0\r\n\r\n" + Hidden },
        { "a list of lengths", "Content-Length: 0, 60\r\n\r\n" + Hidden },
        { "a negative length", "Content-Length: -1\r\n\r\n" + Hidden },
        { "a length with a space in its name", "Content-Length : 0\r\n\r\n" + Hidden },
        { "a folded header", "X-Fold: a\r\n b\r\nContent-Length: 0\r\n\r\n" + Hidden },
        { "a folded length", "Content-Length:\r\n 0\r\n\r\n" + Hidden },
        { "bare line feeds", "Content-Length: 0\nX-More: 1\r\n\r\n" + Hidden },
        { "a bare carriage return", "X-Bare: a\rContent-Length: 60\r\nContent-Length: 0\r\n\r\n" + Hidden },
        { "a NUL in a header", "X-Nul: a\0b\r\nContent-Length: 0\r\n\r\n" + Hidden },
        { "another coding", "Transfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n" + Hidden },
        { "chunked in disguise", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + Hidden },
        { "chunked not last", "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + Hidden },
        { "chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n" + Hidden },
        { "a size that is none", "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + Hidden },
        { "a size that overflows", "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n\r\n" + Hidden },
        { "a negative size", "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n" + Hidden },
        { "a chunk longer than its size", "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n" + Hidden },
        { "an extension with a line feed", "Transfer-Encoding: chunked\r\n\r\n1;a\nx\r\n0\r\n\r\n" + Hidden },
    };

    private const string Hidden = "GET /api/v1/cases/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

    [Theory, MemberData(nameof(Smuggling))]
    public async Task Asvs_V4_2_1_A_request_with_two_ends_is_refused_and_closed(string trick, string rest)
    {
        var hidden = "smuggled-" + Guid.NewGuid().ToString("N");
        var bytes = Encoding.Latin1.GetBytes($"POST /api/v1/cases/door HTTP/1.1\r\nHost: {gateway.Address.Authority}\r\nContent-Type: application/json\r\n{rest.Replace("smuggled", hidden, StringComparison.Ordinal)}");
        // Reads until the other side closes: a connection left open would end with the patience of the test.
        var answer = await Wire.SendAsync(gateway.Address, bytes, patience: TimeSpan.FromSeconds(20));
        Assert.True(answer.Status is 400 or 501, $"{trick}: {answer.Status}");
        Assert.True(answer.Took < TimeSpan.FromSeconds(19), $"{trick}: not closed");
        Assert.DoesNotContain(gateway.All, seen => seen.Path.Contains(hidden, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("https://kim.example.de.evil.example")]
    [InlineData("https://evil-kim.example.de")]
    [InlineData("http://localhost.evil.example:8080")]
    public async Task Asvs_V3_4_2_No_origin_is_ever_let_in(string origin)
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Add("Origin", origin);
        foreach (var path in (string[])["/api/v1/cases/cases", "/openapi/cases.json", "/docs/", "/faelle", "/connect/token", "/api/v1/unknown"])
            Assert.DoesNotContain((await client.CallAsync(path)).Response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/cases/cases");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        using var refused = await client.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Asvs_V3_5_1_A_form_of_another_site_never_reaches_a_page(string header, string value)
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Add(header, value);
        var before = gateway.Requests;
        foreach (var path in (string[])["/cases/new", "/account/login", "/connect/logout", "/sign-out"])
            (await client.PostAsync(path, "{}")).ExpectProblem(HttpStatusCode.Forbidden, "cross-origin");
        Assert.Equal(before, gateway.Requests);
        (await client.CallAsync("/cases")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_form_of_this_site_reaches_its_page()
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Add("Origin", gateway.Address.GetLeftPart(UriPartial.Authority));
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        (await client.PostAsync("/cases/new", "{}")).Expect(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    [InlineData("CONNECT")]
    [InlineData("OPTIONS")]
    [InlineData("get")]
    [InlineData("JEFF")]
    public async Task Asvs_V4_1_4_Methods_that_nobody_uses_stop_at_the_door(string method)
    {
        var before = gateway.Requests;
        foreach (var path in (string[])["/api/v1/cases/cases", "/faelle", "/connect/token", "/docs/"])
        {
            var request = new WireRequest { Method = method, Target = path };
            request.Headers.Add(("Host", gateway.Address.Authority));
            var answer = await Wire.SendAsync(gateway.Address, request);
            Assert.True(answer.Status is 405 or 400, $"{method} {path}: {answer.Status}");
        }

        Assert.Equal(before, gateway.Requests);
    }

    [Fact]
    public async Task Asvs_V4_1_3_Nobody_tells_a_service_who_or_where_they_are()
    {
        using var client = gateway.Client();
        string[] forged = ["X-Original-URL", "X-Original-Host", "X-Rewrite-URL", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Client-Cert", "X-Envoy-External-Address", "X-Kim-Roles", "X-Method-Override"];
        foreach (var name in forged) client.DefaultRequestHeaders.TryAddWithoutValidation(name, "forged.example");
        (await client.CallAsync("/api/v1/cases/cases")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain(gateway.Last.Headers.Values, value => value.Contains("forged.example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(33_000, 431, "headers-too-large")]
    public async Task Headers_over_32_kB_are_refused_at_the_door(int size, int status, string code)
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Add("X-Large", new string('x', size));
        (await client.CallAsync("/api/v1/cases/cases")).ExpectProblem((HttpStatusCode)status, code);
    }

    [Theory]
    [InlineData("/api/v1/cases/%2e%2e/%2e%2e/health/ready")]
    [InlineData("/api/v1/cases/../../../health/ready")]
    [InlineData("/api/v1/cases/..%2f..%2f..%2fhealth")]
    [InlineData("/api/v1/cases/%252e%252e/health")]
    [InlineData("//health/ready")]
    [InlineData("/api/v1//cases/cases")]
    public async Task No_way_round_leads_to_the_inside(string target)
    {
        var request = new WireRequest { Method = "GET", Target = target };
        request.Headers.Add(("Host", gateway.Address.Authority));
        await Wire.SendAsync(gateway.Address, request);
        Assert.DoesNotContain(gateway.All, seen => seen.Path.StartsWith("/health", StringComparison.Ordinal));
    }
}
