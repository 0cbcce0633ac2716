using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Memory;

namespace Kim.Portal.Access;

/// <summary>A signed-in browser: who it is and the tokens, which never leave the server.</summary>
public sealed class Session(AuthenticationTicket ticket)
{
    public AuthenticationTicket Ticket { get; set; } = ticket;

    /// <summary>One refresh at a time: a refresh token that is used twice is taken for stolen.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public TokenGrant? Grant { get; set; }

    public Dictionary<string, TokenGrant> ByAudience { get; } = new(StringComparer.Ordinal);
}

/// <summary>A token and the instant from which it is no longer used.</summary>
public sealed record TokenGrant(string AccessToken, string? RefreshToken, DateTimeOffset UsableUntil);

/// <summary>
/// The sessions of this process. The cookie holds only the key of its session. They live in memory: a restart asks people to
/// sign in again, and several portals behind one address would need a shared store in this place.
/// </summary>
public sealed class Sessions(TimeProvider clock) : ITicketStore, IDisposable
{
    public const string KeyClaim = "kim_session";
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    private readonly MemoryCache _sessions = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public Session? Find(ClaimsPrincipal user) =>
        user.FindFirstValue(KeyClaim) is { } key && _sessions.TryGetValue(key, out Session? session) ? session : null;

    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = ticket.Principal.FindFirstValue(KeyClaim) ?? throw new InvalidOperationException("A session without a key.");
        var session = new Session(ticket) { Grant = GrantOf(ticket) };
        _sessions.Set(key, session, new MemoryCacheEntryOptions
        {
            Size = 1,
            SlidingExpiration = Idle,
            AbsoluteExpiration = clock.GetUtcNow() + Longest,
        });
        return Task.FromResult(key);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (_sessions.TryGetValue(key, out Session? session)) session!.Ticket = ticket;
        return Task.CompletedTask;
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        Task.FromResult(_sessions.TryGetValue(key, out Session? session) ? session!.Ticket : null);

    public Task RemoveAsync(string key)
    {
        _sessions.Remove(key);
        return Task.CompletedTask;
    }

    public void Dispose() => _sessions.Dispose();

    private static TokenGrant? GrantOf(AuthenticationTicket ticket)
    {
        if (ticket.Properties.GetTokenValue("access_token") is not { } access) return null;
        var until = DateTimeOffset.TryParse(ticket.Properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var at) ? at : DateTimeOffset.MinValue;
        return new TokenGrant(access, ticket.Properties.GetTokenValue("refresh_token"), until - AccessTokens.Margin);
    }
}
