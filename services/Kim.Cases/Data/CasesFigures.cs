using Kim.Cases.Domain;
using Kim.ServiceKit.Figures;

namespace Kim.Cases.Data;

/// <summary>What ops sees of the work of case management.</summary>
internal static class CasesFigures
{
    public static readonly DomainFigure OpenCases = new(
        "kim.cases.open_cases", "{case}", "Open cases by phase.", "kim.case.phase",
        $"select phase, count(*) from cases where phase <> '{Phases.Abgeschlossen}' group by phase");

    public static readonly DomainFigure ReportedNeeds = new(
        "kim.cases.reported_needs", "{need}", "Structural needs that cases reported, by state.", "kim.need.state",
        "select state, count(*) from structural_needs group by state");
}
