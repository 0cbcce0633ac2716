using System.Collections.Immutable;
using System.Security.Claims;
using Kim.Identity.SignIn;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Kim.Identity.Connect;

/// <summary>What of OpenID Connect is decided here; the protocol itself is OpenIddict's.</summary>
internal static class ConnectEndpoints
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapConnect(this WebApplication app)
    {
        app.MapMethods("/connect/authorize", ["GET", "POST"], AuthorizeAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/connect/token", TokenAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapMethods("/connect/logout", ["GET", "POST"], LogoutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext http, Sessions sessions, CancellationToken ct)
    {
        var request = Request(http);
        var cookie = await http.AuthenticateAsync(SignInCookies.Session);
        var person = await sessions.FindAsync(cookie.Principal.IdIn("sub"), cookie.Principal.IdIn("sid"), ct);
        if (person is not null && !request.HasPromptValue(PromptValues.Login))
            return TypedResults.SignIn(Grants.For(person, request.ClientId!, request.GetScopes()), authenticationScheme: Scheme);
        if (request.HasPromptValue(PromptValues.None)) return Refuse(Errors.LoginRequired, "Nobody is signed in.");

        var again = http.Request.PathBase + http.Request.Path + QueryString.Create(WithoutPrompt(http, request));
        return TypedResults.Challenge(new AuthenticationProperties { RedirectUri = again }, [SignInCookies.Session]);
    }

    private static Task<IResult> TokenAsync(HttpContext http, Sessions sessions, CancellationToken ct)
    {
        var request = Request(http);
        if (request.IsClientCredentialsGrantType()) return Task.FromResult(SignIn(Grants.ForClient(request.ClientId!, request.GetScopes())));
        return request.IsTokenExchangeGrantType() ? ExchangeAsync(http, request, sessions, ct) : RedeemAsync(http, request, sessions, ct);
    }

    // Code or refresh token: the session must still be alive and the account open.
    private static async Task<IResult> RedeemAsync(HttpContext http, OpenIddictRequest request, Sessions sessions, CancellationToken ct)
    {
        var granted = (await http.AuthenticateAsync(Scheme)).Principal;
        var person = await sessions.FindAsync(granted.IdIn(Claims.Subject), granted.IdIn("sid"), ct);
        if (granted is null || person is null) return Refuse(Errors.InvalidGrant, "The session has ended.");
        return SignIn(Grants.For(person, request.ClientId!, granted.GetScopes()));
    }

    // RFC 8693: the client's token for a token of one service, among those that the person's sign-in covered.
    private static async Task<IResult> ExchangeAsync(HttpContext http, OpenIddictRequest request, Sessions sessions, CancellationToken ct)
    {
        var subject = (await http.AuthenticateAsync(Scheme)).Principal;
        var person = await sessions.FindAsync(subject.IdIn(Claims.Subject), subject.IdIn("sid"), ct);
        if (subject is null || person is null) return Refuse(Errors.InvalidGrant, "The session has ended.");
        if (request.GetAudiences() is not [var audience]) return Refuse(Errors.InvalidTarget, "Name exactly one audience.");
        return Audiences.In(subject.GetScopes()).Contains(audience, StringComparer.Ordinal)
            ? SignIn(Grants.ForOneService(person, audience))
            : Refuse(Errors.InvalidTarget, "The sign-in does not cover this audience.");
    }

    private static async Task<IResult> LogoutAsync(HttpContext http, SignInDesk desk, CancellationToken ct)
    {
        var cookie = (await http.AuthenticateAsync(SignInCookies.Session)).Principal;
        var hint = (await http.AuthenticateAsync(Scheme)).Principal;
        // Without a token of the person's own, any page on the web could sign people out: ask first.
        if (hint is null && cookie is not null) return TypedResults.LocalRedirect("/account/logout");
        if (hint.IdIn(Claims.Subject) is { } userId && hint.IdIn("sid") is { } sessionId) await desk.SignOutAsync(http, userId, sessionId, ct);
        return TypedResults.SignOut(new AuthenticationProperties { RedirectUri = "/account/signed-out" }, [Scheme]);
    }

    private static OpenIddictRequest Request(HttpContext http) =>
        http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not see this request.");

    private static IEnumerable<KeyValuePair<string, string?>> WithoutPrompt(HttpContext http, OpenIddictRequest request)
    {
        var source = HttpMethods.IsPost(http.Request.Method) ? (IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>)http.Request.Form : http.Request.Query;
        return source.Where(pair => pair.Key != Parameters.Prompt).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))!;
    }

    private static IResult SignIn(ClaimsPrincipal principal) => TypedResults.SignIn(principal, authenticationScheme: Scheme);

    private static ForbidHttpResult Refuse(string error, string description) => TypedResults.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [Scheme]);
}
