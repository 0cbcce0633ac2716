using System.Net;
using System.Text.RegularExpressions;

namespace Kim.Demo.SignIn;

/// <summary>
/// The smallest browser that can fill Kim's sign-in forms. It keeps its cookies itself, because they are marked Secure and
/// must also travel to http://localhost, which a cookie container refuses and a browser does.
/// </summary>
internal sealed partial class FormBrowser(HttpClient http)
{
    private const int MaxRedirects = 12;

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private Uri? _left;
    private string _page = "";
    private Uri _at = http.BaseAddress!;

    /// <summary>Where the browser stands, without the query: it may hold a code.</summary>
    public string Where => $"{_at.GetLeftPart(UriPartial.Path)} {Message(_page)}".Trim();

    /// <summary>The page as it came.</summary>
    public string Page => _page;

    /// <summary>Status of the page.</summary>
    public HttpStatusCode Status { get; private set; }

    public bool HasField(string name) => Regex.IsMatch(_page, $"<input[^>]*\\bname=\"{name}\"", RegexOptions.NonBacktracking);

    /// <summary>The authorization code, when the last redirect left for this callback.</summary>
    public string? LeftFor(Uri callback)
    {
        if (_left is null || _left.GetLeftPart(UriPartial.Path) != callback.GetLeftPart(UriPartial.Path)) return null;
        var pair = _left.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).FirstOrDefault(part => part[0] == "code");
        return pair is [_, var value] ? Uri.UnescapeDataString(value) : null;
    }

    public Task OpenAsync(string path, CancellationToken ct) => GoAsync(HttpMethod.Get, new Uri(_at, path), null, ct);

    /// <summary>Sends the first form of the page: its hidden fields and these values.</summary>
    public Task SubmitAsync(Dictionary<string, string> values, CancellationToken ct)
    {
        var form = Form().Match(_page);
        if (!form.Success) throw new DemoException($"There is no form on {Where}.");
        foreach (Match hidden in Hidden().Matches(form.Groups["body"].Value))
            values.TryAdd(Attribute(hidden.Value, "name"), Attribute(hidden.Value, "value"));
        var action = Attribute(form.Groups["tag"].Value, "action");
        return GoAsync(HttpMethod.Post, action.Length == 0 ? _at : new Uri(_at, action), values, ct);
    }

    private async Task GoAsync(HttpMethod method, Uri target, Dictionary<string, string>? form, CancellationToken ct)
    {
        for (var redirects = 0; redirects < MaxRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(method, target);
            if (form is not null && method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(form);
            if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(pair => $"{pair.Key}={pair.Value}")));
            request.Headers.Accept.ParseAdd("text/html");
            using var response = await http.SendAsync(request, ct);
            Remember(response);
            (_at, Status) = (target, response.StatusCode);
            _page = await response.Content.ReadAsStringAsync(ct);
            if (response.Headers.Location is not { } location) return;

            target = new Uri(target, location);
            if (target.Query.Contains("code=", StringComparison.Ordinal) && !target.AbsolutePath.StartsWith("/connect/", StringComparison.Ordinal))
            {
                _left = target;
                _page = "";
                return;
            }

            method = HttpMethod.Get;
        }

        throw new DemoException($"Too many redirects at {Where}.");
    }

    private void Remember(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var lines)) return;
        foreach (var pair in lines.Select(line => line.Split(';')[0].Split('=', 2)))
        {
            if (pair is not [var name, var value]) continue;
            if (value.Length == 0) _cookies.Remove(name);
            else _cookies[name] = value;
        }
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"", RegexOptions.NonBacktracking).Groups[1].Value);

    private static string Message(string page) => WebUtility.HtmlDecode(Alert().Match(page).Groups[1].Value).Trim();

    [GeneratedRegex("(?<tag><form[^>]*>)(?<body>.*?)</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex("id=\"problem\"[^>]*>([^<]*)<", RegexOptions.Singleline, 1000)]
    private static partial Regex Alert();
}
