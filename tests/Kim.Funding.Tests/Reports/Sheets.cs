using Kim.Contracts.Vocabulary;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Tests.Reports;

/// <summary>Facts for tests of the indicators.</summary>
internal static class Sheets
{
    public static readonly ReportPeriod Quarter = new(new(2026, 7, 1), new(2026, 10, 1));

    public static FactSheet Of(params IEnumerable<ReportFact> facts) => new()
    {
        Facts = [.. facts], Staff = [], Quotas = [], Codes = new ReportCodes(NationalityGroups.All, StatusGroups.All, Topics.All, TestAccounts.AllAgs),
    };

    public static CaseStep Case(Guid reference, long version, DateOnly on, DateOnly opened, bool closed = false, Func<CaseStep, CaseStep>? with = null)
    {
        var step = new CaseStep
        {
            Ref = reference, Version = version, On = on, OpenedOn = opened, Closed = closed, Ags = TestAccounts.AgsCoesfeld, AgeBand = "27-44", Sex = "FEMALE",
            NationalityGroup = "SYR", StatusGroup = "PROTECTED", LengthOfStayBand = "3-5", HouseholdSize = 3, Topics = ["WOHNEN"],
        };
        return with?.Invoke(step) ?? step;
    }

    public static CaseStep Opened(DateOnly on, string ageBand = "27-44", string sex = "FEMALE", params string[] topics) => new()
    {
        Ref = Guid.NewGuid(), Version = 1, On = on, OpenedOn = on, Ags = TestAccounts.AgsCoesfeld, AgeBand = ageBand, Sex = sex,
        NationalityGroup = "SYR", StatusGroup = "PROTECTED", LengthOfStayBand = "3-5", HouseholdSize = 3, Topics = topics,
    };

    public static decimal Value(this FigureSet figures, string key) => figures.Figures.Single(figure => figure.Key == key).Value;
}
