using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Kim.Identity.Tests;

public sealed class GatewayTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    [Fact]
    public async Task A_service_sees_the_bearer_token_and_nothing_that_a_client_could_forge()
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a.b.c");
        foreach (var (name, value) in ((string, string)[])[("Cookie", "__Host-kim=x"), ("X-Forwarded-For", "6.6.6.6"), ("X-Forwarded-Prefix", "/x"),
            ("X-Forwarded-User", "admin"), ("X-Kim-Account", "x"), ("Forwarded", "for=6.6.6.6"), ("X-Real-IP", "6.6.6.6"), ("X-HTTP-Method-Override", "DELETE")])
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        (await client.CallAsync("/api/v1/cases/cases?limit=2")).Expect(HttpStatusCode.OK);

        var seen = gateway.Last;
        Assert.Equal("/api/v1/cases/cases?limit=2", seen.Path);
        Assert.Equal("Bearer a.b.c", seen.Headers["Authorization"]);
        Assert.DoesNotContain(seen.Headers.Values, value => value.Contains("6.6.6.6", StringComparison.Ordinal));
        foreach (var gone in (string[])["Cookie", "X-Forwarded-User", "X-Forwarded-Prefix", "X-Kim-Account", "Forwarded", "X-Real-IP", "X-HTTP-Method-Override"])
            Assert.False(seen.Headers.ContainsKey(gone), gone);
        Assert.Equal(gateway.Address.Authority, seen.Headers["X-Forwarded-Host"]);
    }

    [Fact]
    public async Task The_API_takes_bearer_tokens_only()
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "eDp5");
        await client.CallAsync("/api/v1/cases/cases");
        Assert.False(gateway.Last.Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("/connect/token?x=1", "/connect/token?x=1")]
    [InlineData("/.well-known/openid-configuration", "/.well-known/openid-configuration")]
    [InlineData("/account/login", "/account/login")]
    [InlineData("/openapi/network.json", "/openapi/v1.json")]
    [InlineData("/faelle/7", "/faelle/7")]
    public async Task Pages_keep_their_cookie_and_see_the_public_host(string asked, string path)
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Add("Cookie", "__Host-kim=x");
        (await client.CallAsync(asked)).Expect(HttpStatusCode.OK);
        Assert.Equal(path, gateway.Last.Path);
        if (asked.StartsWith("/openapi", StringComparison.Ordinal)) return;
        Assert.Equal("__Host-kim=x", gateway.Last.Headers["Cookie"]);
        Assert.Equal(gateway.Address.Authority, gateway.Last.Headers["Host"]);
    }

    [Theory]
    [InlineData("/api/v1/unknown/things")]
    [InlineData("/api")]
    [InlineData("/openapi/unknown.json")]
    [InlineData("/health/secret")]
    public async Task Wrong_API_paths_are_problems_and_never_the_portal(string path)
    {
        using var client = gateway.Client();
        var before = gateway.Requests;
        var answer = (await client.CallAsync(path)).ExpectProblem(HttpStatusCode.NotFound, "not-found");
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(before, gateway.Requests);
    }

    [Fact]
    public async Task Its_own_probes_answer_and_those_of_services_are_not_reachable()
    {
        using var client = gateway.Client();
        (await client.CallAsync("/health/live")).Expect(HttpStatusCode.OK);
        (await client.CallAsync("/health/ready")).Expect(HttpStatusCode.OK);
        Assert.DoesNotContain("health", gateway.Requests == 0 ? "" : gateway.Last.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task Unused_methods_are_refused(string method)
    {
        using var client = gateway.Client();
        var before = gateway.Requests;
        (await client.CallAsync(new HttpMethod(method), "/api/v1/cases/cases")).ExpectProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal(before, gateway.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_one_megabyte_is_refused(bool chunked)
    {
        using var client = gateway.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases/cases") { Content = new ByteArrayContent(new byte[1_200_000]) };
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("\"code\":\"body-too-large\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_down_is_a_503_with_a_time_to_come_back()
    {
        using var client = gateway.Client();
        var answer = (await client.CallAsync("/api/v1/interpreters/requests")).ExpectProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal("5", answer.Response.Headers.RetryAfter!.ToString());
        Assert.Equal(answer.Response.Headers.GetValues("trace-id").Single(), answer.Json.Text("traceId"));
    }

    [Fact]
    public async Task A_service_that_breaks_off_is_a_502()
    {
        using var client = gateway.Client();
        (await client.CallAsync("/api/v1/cases/broken")).ExpectProblem(HttpStatusCode.BadGateway, "bad-gateway");
    }

    [Fact]
    public async Task People_get_a_page_instead_of_a_problem_document()
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml");
        var answer = (await client.CallAsync("/broken")).Expect(HttpStatusCode.BadGateway);
        Assert.Contains("<html lang=\"de\">", answer.Text, StringComparison.Ordinal);
        (await client.CallAsync("/api/v1/cases/broken")).ExpectProblem(HttpStatusCode.BadGateway, "bad-gateway");
    }

    [Fact]
    public async Task The_trace_of_the_caller_goes_on_and_comes_back_once()
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var answer = await client.CallAsync("/api/v1/cases/cases");
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", answer.Response.Headers.GetValues("trace-id").Single());
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", gateway.Last.Headers["traceparent"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/cases/cases")]
    [InlineData("/api/v1/unknown")]
    [InlineData("/api/v1/interpreters/requests")]
    [InlineData("/faelle")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        var headers = (await client.CallAsync(path)).Response.Headers;
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(headers.Contains("Server"));
        Assert.False(headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(headers.Contains("Strict-Transport-Security"));
        if (path.StartsWith("/api", StringComparison.Ordinal)) Assert.Equal("no-store", headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_API_page_loads_nothing_from_elsewhere()
    {
        using var client = gateway.Client();
        var answer = (await client.CallAsync("/docs/")).Expect(HttpStatusCode.OK);
        var policy = answer.Response.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        Assert.Equal(3, WebUtility.HtmlDecode(answer.Text).Split($"nonce=\"{nonce}\"").Length - 1);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"openapi/cases.json\"", answer.Text, StringComparison.Ordinal);
    }
}

public sealed class GatewayLimitTests(NarrowGateway gateway) : IClassFixture<NarrowGateway>
{
    [Fact]
    public async Task One_caller_is_slowed_and_another_is_not()
    {
        using var client = gateway.Client();
        Answer? refused = null;
        for (var call = 0; call < 10 && refused is null; call++)
            if (await AsAsync(client, "busy") is { Status: HttpStatusCode.TooManyRequests } answer) refused = answer;
        refused!.ExpectProblem(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.True(refused.Response.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        (await AsAsync(client, "calm")).Expect(HttpStatusCode.OK);
    }

    private static Task<Answer> AsAsync(HttpClient client, string subject)
    {
        var payload = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"sub":"{{subject}}"}""")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"e30.{payload}.sig");
        return client.CallAsync("/api/v1/cases/cases");
    }
}

public sealed class GatewayTransportTests(PublicGateway gateway) : IClassFixture<PublicGateway>
{
    [Fact]
    public async Task Under_a_public_https_origin_browsers_are_told_to_stay_with_it()
    {
        using var client = gateway.Client();
        foreach (var path in (string[])["/faelle", "/api/v1/unknown", "/api/v1/interpreters/x"])
        {
            var answer = await client.CallAsync(path);
            Assert.StartsWith("max-age=63072000", answer.Response.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        }
    }
}
