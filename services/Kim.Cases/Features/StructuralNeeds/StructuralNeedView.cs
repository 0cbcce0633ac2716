using Kim.Cases.Data;
using Kim.Cases.Domain;
using Kim.ServiceKit.Fields;
using Microsoft.EntityFrameworkCore;

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
    public static async Task<IReadOnlyList<StructuralNeedView>> OfCaseAsync(CasesDb db, Guid caseId, CancellationToken ct)
    {
        var needs = await db.StructuralNeeds.AsNoTracking().Where(need => need.CaseId == caseId).OrderBy(need => need.ReportedOn).ThenBy(need => need.Id).ToListAsync(ct);
        if (needs.Count == 0) return [];

        var ids = needs.ConvertAll(need => need.Id);
        var themes = await (
            from link in db.ThemeNeeds
            join theme in db.Themes on link.ThemeId equals theme.Id
            where ids.Contains(link.NeedId) && link.LastVersion == theme.Version
            select new { link.NeedId, Theme = theme }).AsNoTracking().ToListAsync(ct);
        var themeIds = themes.ConvertAll(link => link.Theme.Id);
        var decisions = await (
            from decision in db.Decisions
            where themeIds.Contains(decision.ThemeId) || decision.NeedIds.Any(id => ids.Contains(id))
            join measure in db.MeasureProgress on decision.MeasureId equals measure.MeasureId into measures
            from measure in measures.DefaultIfEmpty()
            orderby decision.AdoptedOn, decision.ResolutionId
            select new { Decision = decision, Measure = measure }).AsNoTracking().ToListAsync(ct);

        return needs.ConvertAll(need =>
        {
            var theme = themes.Find(link => link.NeedId == need.Id)?.Theme;
            var own = decisions.Where(found => found.Decision.ThemeId == theme?.Id || found.Decision.NeedIds.Contains(need.Id));
            return Of(need, theme, [.. own.Select(found => Of(found.Decision, found.Measure))]);
        });
    }

    private static StructuralNeedView Of(StructuralNeed need, Theme? theme, IReadOnlyList<DecisionView> decisions) => new(
        need.Id, need.Topic, need.Rechtskreis, need.AgencyType, need.Ags, need.Effect, need.State, need.ReportedOn,
        theme?.Title, theme?.State, decisions);

    private static DecisionView Of(Decision decision, MeasureProgress? measure) => new(
        decision.ResolutionId, decision.Number, decision.Title, decision.CommitteeName, decision.AdoptedOn, decision.MeasureId,
        decision.MeasureTitle, decision.MeasureOwnerName, decision.DueOn, StateOf(measure), measure?.StartedOn, measure?.CompletedOn,
        measure?.Outcome, decision.TraceId);

    private static string StateOf(MeasureProgress? measure) => measure switch
    {
        { CompletedVersion: not null } => "COMPLETED",
        { StartedVersion: not null } => "STARTED",
        _ => "DECIDED",
    };
}
