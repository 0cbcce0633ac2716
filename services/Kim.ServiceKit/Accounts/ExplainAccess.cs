using Kim.Contracts.Vocabulary;
using Kim.Results;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Fields;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kim.ServiceKit.Accounts;

/// <summary>
/// Says why an account may, or may not, do something here: the policy, the roles, the reach and the rule that decided. It names codes
/// only, no person. A record that one may not know is answered like one that there is not; data protection is told which it is.
/// </summary>
internal static class ExplainAccess
{
    /// <summary>The rules, in the order in which they decide.</summary>
    internal static class Rules
    {
        public const string NoActiveAccount = "NO_ACTIVE_ACCOUNT";
        public const string RoleMissing = "ROLE_MISSING";
        public const string RecordNotVisible = "RECORD_NOT_VISIBLE";
        public const string RecordUnknown = "RECORD_UNKNOWN";
        public const string RecordOutOfReach = "RECORD_OUT_OF_REACH";
        public const string Granted = "GRANTED";
    }

    public sealed record Response(
        string Operation, string Policy, bool May, string Rule, IReadOnlyList<string> RolesNeeded, IReadOnlyList<string> RolesHeld, string? Reach, IReadOnlyList<string> FieldClasses);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/access/explanation", HandleAsync)
        .WithName(nameof(ExplainAccess))
        .WithSummary("Why may, or may not, an account do this")
        .WithDescription("'operation' is an operation id, 'id' a record of it, 'account' another account: for that one needs to be coordination or data protection. Answers the rule that decided: NO_ACTIVE_ACCOUNT, ROLE_MISSING, RECORD_NOT_VISIBLE, RECORD_UNKNOWN, RECORD_OUT_OF_REACH or GRANTED.")
        .RequireAuthorization(KitPolicies.Explain);

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> HandleAsync(
        string operation, Guid? id, Guid? account, Actor asker, Explainer explainer, CancellationToken ct)
    {
        if (explainer.PolicyOf(operation) is not { } policy) return Error.Invalid("operation-unknown", "There is no such operation.", "operation").ToProblem();
        if (account is { } other && other != asker.AccountId && explainer.Reach != Reach.All)
            return new Error("others-rights", "Coordination and data protection ask about others; everybody else asks about the own account.", 403).ToProblem();
        explainer.Audit.Read("access", account ?? asker.AccountId);
        return TypedResults.Ok(await explainer.ExplainAsync(operation, policy, account ?? asker.AccountId, id, ct));
    }

    /// <summary>What an explanation is made of.</summary>
    internal sealed class Explainer(PolicyTable table, IEnumerable<EndpointDataSource> routes, ActorLoader loader, RecordSight sight, CurrentActor current, AuditBook audit)
    {
        private static readonly FieldClass[] Classes = [FieldClass.Personal, FieldClass.Special, FieldClass.Restricted];

        public AuditBook Audit => audit;

        public Reach Reach => current.Access!.Reach;

        public string? PolicyOf(string operation) => routes.SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is not null && endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation)
            .Select(Access.PolicyOf).FirstOrDefault(policy => policy is not null && table.ContainsKey(policy));

        public async Task<Response> ExplainAsync(string operation, string policy, Guid account, Guid? record, CancellationToken ct)
        {
            var actor = account == current.Actor!.AccountId ? current.Actor : await loader.FindAsync(account, ct);
            var access = actor is null ? null : Access.Of(policy, table[policy], actor);
            var rule = actor is null ? Rules.NoActiveAccount
                : access is null ? Rules.RoleMissing
                : record is null || await sight.SeesAsync(actor, access, record.Value, ct) ? Rules.Granted
                : await UnseenAsync(policy, record.Value, ct);
            return new Response(
                operation, policy, rule == Rules.Granted, rule, [.. table[policy].Select(grant => grant.Role)], actor?.Roles ?? [],
                access?.Reach.ToString().ToUpperInvariant(), [.. Classes.Where(one => access?.Sees.HasFlag(one) == true).Select(one => one.ToString().ToUpperInvariant())]);
        }

        // Whoever asks learns whether the record exists only by an own right to know it.
        private async Task<string> UnseenAsync(string policy, Guid record, CancellationToken ct)
        {
            var asker = current.Actor!;
            if (asker.Has(Roles.DataProtectionOfficer)) return await sight.ExistsAsync(record, ct) ? Rules.RecordOutOfReach : Rules.RecordUnknown;
            return Access.Of(policy, table[policy], asker) is { } own && await sight.SeesAsync(asker, own, record, ct) ? Rules.RecordOutOfReach : Rules.RecordNotVisible;
        }
    }
}
