using Kim.Network.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Features;

/// <summary>The consultation log in numbers: how many groups support, worry, reject (S-53 to S-63).</summary>
internal static class CountConsultations
{
    public sealed record Response(IReadOnlyList<AttitudeCount> Attitudes);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/consultations/counts", Handle)
        .WithName(nameof(CountConsultations))
        .WithSummary("Count the consultation log")
        .WithDescription("By attitude and group. Voices are institutions and speakers, not clients. A group that spoke without a number is counted as uncounted.")
        .RequireAuthorization(NetworkPolicies.ReadConsultations);

    private static async Task<Ok<Response>> Handle(NetworkWork work, CancellationToken ct)
    {
        var rows = await work.Db.Consultations.AsNoTracking().Select(row => new { row.Attitude, row.Voices }).ToListAsync(ct);
        return TypedResults.Ok(new Response(AttitudeCount.Of([.. rows.Select(row => (row.Attitude, (IReadOnlyList<Voice>)row.Voices))])));
    }
}
