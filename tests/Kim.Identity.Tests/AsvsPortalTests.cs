using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Kim.Testing.Fuzzing;

namespace Kim.Identity.Tests;

/// <summary>ASVS 3.x, 4.x and 14.3 for the portal's pages, over its whole route table: a new page is in these tests by itself.</summary>
public sealed partial class AsvsPortalTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    [Fact]
    public async Task Asvs_V3_3_1_Every_cookie_is_bound_to_this_host_and_hidden_from_scripts()
    {
        using var person = await portal.SignedInAsync();
        using var stranger = portal.Anonymous();
        var cookies = new List<string>();
        foreach (var answer in (HttpResponseMessage[])[await person.GetAsync("/privacy"), await person.GetAsync("/language/en"), await stranger.GetAsync("/cases")])
            cookies.AddRange(answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []);
        foreach (var expected in (string[])["__Host-kim-form=", "__Host-kim-language=", "__Host-kim-correlation-", "__Host-kim-nonce-"])
            Assert.Contains(cookies, cookie => cookie.StartsWith(expected, StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Matches("(?i); ?secure(;|$)", cookie);
            Assert.Matches("(?i); ?httponly(;|$)", cookie);
            Assert.Matches("(?i); ?samesite=(lax|strict)(;|$)", cookie);
            Assert.Matches("(?i); ?path=/(;|$)", cookie);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Asvs_V3_4_1_to_V3_4_6_Every_page_carries_every_header()
    {
        using var person = await portal.SignedInAsync();
        Assert.True(portal.Routes.Count > 60, $"{portal.Routes.Count} pages");
        foreach (var route in portal.Routes.Select(route => route.Url).Append("/no/such/page"))
        {
            using var answer = await person.GetAsync(route);
            void Is(string name, string value) => Assert.True(answer.Headers.TryGetValues(name, out var found) && found.Single() == value, $"{route} ({(int)answer.StatusCode}) {name}: {value}");
            Is("Content-Security-Policy", Policy);
            Is("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
            Is("X-Content-Type-Options", "nosniff");
            Is("Referrer-Policy", "same-origin");
            Is("Cross-Origin-Opener-Policy", "same-origin");
            Is("Cross-Origin-Resource-Policy", "same-origin");
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), route);
            Assert.False(answer.Headers.Contains("Server"), route);
        }
    }

    [Fact]
    public async Task Asvs_V14_3_2_No_page_is_kept_by_a_browser()
    {
        using var person = await portal.SignedInAsync();
        foreach (var route in portal.Routes)
        {
            using var answer = await person.GetAsync(route.Url);
            Assert.True(answer.Headers.CacheControl?.NoStore, route.Url);
        }
    }

    [Fact]
    public async Task Asvs_V14_3_1_Signing_out_clears_what_the_browser_kept()
    {
        using var person = await portal.SignedInAsync();
        var (cookie, token) = await FormAsync(person);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        request.Headers.Add("Cookie", $"{string.Join("; ", person.DefaultRequestHeaders.GetValues("Cookie"))}; {cookie}");
        person.DefaultRequestHeaders.Remove("Cookie");
        using var answer = await person.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("\"cache\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), gone => gone.StartsWith("__Host-kim=;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no token")]
    [InlineData("somebody else's token")]
    [InlineData("text/plain")]
    public async Task Asvs_V3_5_1_No_page_takes_a_form_that_is_not_its_own(string how)
    {
        using var person = await portal.SignedInAsync();
        using var other = await portal.SignedInAsync();
        var (_, foreign) = await FormAsync(other);
        var posts = portal.Routes.Where(route => route.Posts).ToList();
        Assert.True(posts.Count >= 20, $"{posts.Count} forms");
        foreach (var route in posts.Where(route => !route.Url.StartsWith("/error", StringComparison.Ordinal)))
        {
            var before = portal.Asked.Count;
            using HttpContent content = how == "text/plain"
                ? new StringContent("__RequestVerificationToken=" + foreign, new MediaTypeHeaderValue("text/plain"))
                : new FormUrlEncodedContent(how == "no token" ? [] : [new("__RequestVerificationToken", foreign)]);
            using var answer = await person.PostAsync(route.Url, content);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{route.Url}: {(int)answer.StatusCode}");
            Assert.Equal(before, portal.Asked.Count);
        }
    }

    [Fact]
    public async Task Asvs_V3_5_3_Reading_pages_only_reads()
    {
        using var person = await portal.SignedInAsync();
        foreach (var route in portal.Routes) (await person.GetAsync(route.Url)).Dispose();
        Assert.NotEmpty(portal.Asked);
        Assert.All(portal.Asked, method => Assert.Equal("GET", method));
    }

    [Fact]
    public async Task Asvs_V3_2_1_A_file_is_saved_and_never_shown_whatever_it_says_of_itself()
    {
        using var person = await portal.SignedInAsync();
        using var answer = await person.GetAsync($"/released-reports/{Guid.Empty}/versions/1/csv");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Asvs_V4_1_1_A_page_says_its_type_and_charset()
    {
        using var person = await portal.SignedInAsync();
        foreach (var route in portal.Routes)
        {
            using var answer = await person.GetAsync(route.Url);
            if (answer.StatusCode is HttpStatusCode.Redirect || answer.Content.Headers.ContentDisposition is not null) continue;
            Assert.True(answer.Content.Headers.ContentType?.ToString() == "text/html; charset=utf-8", $"{route.Url}: {answer.Content.Headers.ContentType}");
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("TRACE")]
    public async Task Asvs_V4_1_4_A_page_is_read_and_posted_and_nothing_else(string method)
    {
        using var person = await portal.SignedInAsync();
        foreach (var route in portal.Routes)
        {
            using var answer = await person.SendAsync(new HttpRequestMessage(new HttpMethod(method), route.Url));
            Assert.True(answer.StatusCode == HttpStatusCode.MethodNotAllowed, $"{route.Url}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Too_much_is_refused_before_a_page_reads_it()
    {
        var session = await portal.SessionAsync();
        async Task<int> StatusAsync(string method, string extra, int body)
        {
            var request = new WireRequest { Method = method, Target = "/cases/new", Body = body == 0 ? null : new byte[body] };
            request.Headers.Add(("Host", portal.Address.Authority));
            request.Headers.Add(("Cookie", session));
            if (body > 0) request.Headers.Add(("Content-Type", "application/x-www-form-urlencoded"));
            if (extra.Length > 0) request.Headers.Add(("X-Extra", extra));
            return (await Wire.SendAsync(portal.Address, request)).Status;
        }

        Assert.Equal(431, await StatusAsync("GET", new string('x', 33_000), 0));
        Assert.Equal(413, await StatusAsync("POST", "", 1_100_000));
    }

    [Fact]
    public async Task A_second_slash_leads_nowhere()
    {
        using var person = await portal.SignedInAsync();
        foreach (var path in (string[])["//health/ready", "//cases"])
        {
            using var answer = await person.GetAsync(portal.Address.GetLeftPart(UriPartial.Authority) + path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static async Task<(string Cookie, string Token)> FormAsync(HttpClient client)
    {
        using var page = await client.GetAsync("/privacy");
        var cookie = page.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("__Host-kim-form=", StringComparison.Ordinal)).Split(';')[0];
        return (cookie, Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
