using Kim.Identity.Data;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.Features.Accounts;

/// <summary>Who may do what: for operations, and for data protection's review of rights. No names.</summary>
public static class ListAccounts
{
    internal static void Map(RouteGroupBuilder api) => api.MapGet("/accounts", HandleAsync)
        .WithName(nameof(ListAccounts))
        .WithSummary("All accounts")
        .WithDescription("Rights of all accounts, without names, in stable order.")
        .RequireAuthorization(IdentityPolicies.Read);

    private static async Task<Results<Ok<Page<AccountView>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] PageRequest page, IdentityDb db, AuditBook audit, CancellationToken ct)
    {
        var start = page.Read<Last>();
        if (start is { Error: { } error }) return error.ToProblem();
        var query = db.Accounts.AsNoTracking();
        if (start.Value.After is { } last) query = query.Where(account => account.Id > last.Id);
        var found = await query.OrderBy(account => account.Id).Take(start.Value.Take + 1).ToListAsync(ct);
        var ids = found.ConvertAll(account => account.Id);
        var standings = await db.Standings.AsNoTracking().Where(row => ids.Contains(row.AccountId)).ToDictionaryAsync(row => row.AccountId, ct);
        audit.Search("account", found.Take(start.Value.Take).Select(account => account.Id));
        return TypedResults.Ok(Page.Of([.. found.Select(account => AccountView.Of(account, standings.GetValueOrDefault(account.Id)))], start.Value.Take, account => new Last(account.Id)));
    }

    private sealed record Last(Guid Id);
}
