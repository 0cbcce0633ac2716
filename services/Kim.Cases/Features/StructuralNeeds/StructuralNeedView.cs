using Kim.Cases.Data;
using Kim.ServiceKit.Fields;
using Npgsql;

namespace Kim.Cases.Features;

/// <summary>A structural need of a case with what the network made of it: the way back from the structure to the case (domain.md 3.6).</summary>
internal sealed record StructuralNeedView(
    Guid Id, string Topic, string Rechtskreis, string AgencyType, IReadOnlyList<string> Ags, [property: Field(FieldClass.Special)] string Effect,
    string State, DateOnly ReportedOn,
    string? ThemeTitle, string? ThemeState, IReadOnlyList<StructuralNeedView.DecisionView> Decisions)
{
    public sealed record DecisionView(
        Guid ResolutionId, string Number, string Title, string CommitteeName, DateOnly AdoptedOn, Guid MeasureId, string MeasureTitle,
        string MeasureOwnerName, DateOnly DueOn, string MeasureState, DateOnly? StartedOn, DateOnly? CompletedOn, string? Outcome, string? TraceId);

    /// <summary>
    /// The needs of a case. A decision belongs to a need when the resolution names it or when the need is in the resolution's theme
    /// now: needs that join a theme later profit from what was decided before.
    /// </summary>
    public static IReadOnlyList<StructuralNeedView> Of(NpgsqlDataReader sheet) => [.. sheet.Part<NeedRow>("structural_needs").Select(Of)];

    private static StructuralNeedView Of(NeedRow need) => new(
        need.Id, need.Topic, need.Rechtskreis, need.AgencyType, need.Ags, need.Effect, need.State, need.ReportedOn,
        need.ThemeTitle, need.ThemeState, [.. (need.Decisions ?? []).Select(Of)]);

    private static DecisionView Of(DecisionRow decision) => new(
        decision.ResolutionId, decision.Number, decision.Title, decision.CommitteeName, decision.AdoptedOn, decision.MeasureId,
        decision.MeasureTitle, decision.MeasureOwnerName, decision.DueOn, StateOf(decision), decision.StartedOn, decision.CompletedOn,
        decision.Outcome, decision.TraceId);

    private static string StateOf(DecisionRow decision) => decision switch
    {
        { CompletedVersion: not null } => "COMPLETED",
        { StartedVersion: not null } => "STARTED",
        _ => "DECIDED",
    };
}
