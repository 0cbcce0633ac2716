namespace Kim.Testing;

/// <summary>Accounts as the kit keeps them in every service's database, for tests that are not about how they get there.</summary>
public static class AccountRows
{
    private const string Upsert = """
        insert into accounts (id, version, roles, organisation, team, ags, position, active)
        values ($1, 1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do update set version = accounts.version + 1, roles = excluded.roles, organisation = excluded.organisation,
          team = excluded.team, ags = excluded.ags, position = excluded.position, active = excluded.active
        """;

    /// <summary>Adds an account, or replaces it.</summary>
    public static async Task AddAsync(ServiceDatabase database, TestAccount account) => await database.QueryAsync(
        Upsert, account.Id, account.Roles.ToArray(), account.Organisation, account.Team, account.Ags.ToArray(), account.Position, account.Active);
}
