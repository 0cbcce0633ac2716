namespace Kim.Demo.SignIn;

/// <summary>What a session of the portal needs beyond a script's sign-in: to go back with the code, and to keep the cookies.</summary>
internal sealed partial class FormBrowser
{
    /// <summary>The cookies as a header.</summary>
    public string Cookies => string.Join("; ", _cookies.Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>Goes where the last redirect led with its authorization code.</summary>
    public Task ReturnAsync(CancellationToken ct) => GoAsync(HttpMethod.Get, _left ?? throw new DemoException($"No authorization code came: {Where}"), null, ct);
}
