using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Kim.ServiceKit.Accounts;

/// <summary>
/// The actor behind a token of client credentials: a service of the house or a funder's program, which acts for nobody. Its rights
/// are its scopes alone: a policy opens a route to it with the entry <see cref="Scope"/> in the place of a role.
/// </summary>
public static class ClientActor
{
    /// <summary>The entry of a policy table, and the role in row scopes, for a client with this scope.</summary>
    /// <param name="scope">The scope, for example <c>cases:consented-facts</c>.</param>
    public static string Scope(string scope) => "scope:" + scope;

    // Identity issues such tokens with the client as its subject; accounts are identified by a Guid, so the two cannot be mixed up.
    internal static Actor? From(ClaimsPrincipal user)
    {
        var subject = user.FindFirstValue("sub");
        if (string.IsNullOrEmpty(subject) || subject != user.FindFirstValue("client_id") || Guid.TryParse(subject, out _)) return null;
        var scopes = user.FindAll("scope").SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(scope => scope.Contains(':', StringComparison.Ordinal));
        return new Actor(IdOf(subject), [.. scopes.Select(Scope)], subject, null, [], null);
    }

    /// <summary>The id under which a client stands in the audit book: the same for the same client, and no account's.</summary>
    /// <param name="clientId">The client.</param>
    public static Guid IdOf(string clientId) => new(SHA256.HashData(Encoding.UTF8.GetBytes("kim-client:" + clientId)).AsSpan(0, 16));
}
