using System.ComponentModel;
using Kim.Results;
using Kim.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kim.ServiceKit.Audit;

/// <summary>Lets the data protection officer see whether the audit of a month is whole, without access to the database.</summary>
internal static class VerifyAudit
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/audit/verification", HandleAsync)
        .WithName(nameof(VerifyAudit))
        .WithTags("Audit")
        .WithSummary("Whether the audit is whole")
        .WithDescription(
            "Computes the hash chain of a month anew and compares it with the seals and with the hashes outside the database. Findings: CHANGED, REMOVED, INSERTED, "
            + "LINK_MISSING, TAIL_CUT, FORGED, UNSEALED; none when the audit is whole. For the data protection officer.")
        .ForPurpose(Purposes.DataProtection)
        .RequireAuthorization(AuditSetup.Policy);

    private static async Task<Results<Ok<AuditVerdict>, ProblemHttpResult>> HandleAsync(
        [Description("The month in UTC, as in 2026-11.")] string month, AuditVerifier verifier, CancellationToken ct)
    {
        if (AuditModes.MonthOf(month) is not { } first) return Error.Invalid("month-invalid", "Name a month as in 2026-11.", "month").ToProblem();
        return TypedResults.Ok(await verifier.VerifyAsync(month, first, ct));
    }
}
