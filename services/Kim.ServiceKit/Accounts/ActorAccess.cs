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
        var actor = await DatabaseWait.DuringAsync(LoadAsync(id, ct));
        if (actor is not null) cache.Set((nameof(ActorLoader), id), actor, Remembered);
        return actor;
    }

    // One batch is one implicit transaction: the scope holds for the select and for nothing after it.
    private async Task<Actor?> LoadAsync(Guid id, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('kim.scope', 'system', true)"));
        var select = new NpgsqlBatchCommand(Select);
        select.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        batch.BatchCommands.Add(select);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new Actor(
            id,
            reader.GetFieldValue<string[]>(0),
            reader.GetString(1),
            await reader.IsDBNullAsync(2, ct) ? null : reader.GetString(2),
            reader.GetFieldValue<string[]>(3),
            await reader.IsDBNullAsync(4, ct) ? null : reader.GetString(4));
    }
}
