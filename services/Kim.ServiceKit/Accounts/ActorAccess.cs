using System.Security.Claims;
using Kim.ServiceKit.Data;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Kim.ServiceKit.Accounts;

/// <summary>The actor of the current request and what let it in, set by the authorization of the request.</summary>
internal sealed class CurrentActor
{
    public Actor? Actor { get; set; }

    public Access? Access { get; set; }
}

/// <summary>Finds the account behind a token. An account is remembered for a few seconds, so that its end bites at once.</summary>
internal sealed class ActorLoader(NpgsqlDataSource source, IMemoryCache cache)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private const string Select = """
        select roles, organisation, team, ags, position from accounts
        where id = $1 and active and (disabled_version is null or disabled_version < version)
        """;

    public async ValueTask<Actor?> FindAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (ClientActor.From(user) is { } client) return client;
        return Guid.TryParse(user.FindFirstValue("sub"), out var id) ? await FindAsync(id, ct) : null;
    }

    public async ValueTask<Actor?> FindAsync(Guid id, CancellationToken ct)
    {
        if (cache.TryGetValue((nameof(ActorLoader), id), out Actor? known)) return known;
        var actor = (await source.ReadScopedAsync(Scope.System, new SqlQuery(Select, id), row => Read(id, row), ct)).SingleOrDefault();
        if (actor is not null) cache.Set((nameof(ActorLoader), id), actor, Remembered);
        return actor;
    }

    private static Actor Read(Guid id, NpgsqlDataReader row) => new(
        id,
        row.GetFieldValue<string[]>(0),
        row.GetString(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.GetFieldValue<string[]>(3),
        row.IsDBNull(4) ? null : row.GetString(4));
}
