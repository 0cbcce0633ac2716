using CsCheck;
using Kim.Network.Domain;

namespace Kim.Network.Tests.Domain;

public sealed class NeedTests
{
    private static readonly Guid Id = Guid.Parse("7f1d5c60-0000-4000-8000-000000000001");

    [Fact]
    public void A_withdrawal_that_comes_before_its_report_holds()
    {
        var need = StructuralNeed.Unknown(Id);

        Assert.True(need.Withdraw(2));
        Assert.True(need.Report(Facts("WOHNEN"), 1));
        Assert.False(need.Open);
        Assert.Equal("WOHNEN", need.Topic);
    }

    [Fact]
    public void Old_news_changes_nothing()
    {
        var need = StructuralNeed.Unknown(Id);
        need.Report(Facts("WOHNEN"), 3);

        Assert.False(need.Report(Facts("ARBEIT"), 2));
        Assert.Equal("WOHNEN", need.Topic);
        Assert.True(need.Withdraw(2));
        Assert.True(need.Open);
    }

    /// <summary>Reports have odd versions, withdrawals even ones; whatever the order and number of deliveries, the newest decides.</summary>
    [Fact]
    public void Any_order_and_any_number_of_deliveries_end_in_the_same_state() => Gen.Int[1, 6].Array[1, 12].Sample(versions =>
    {
        var need = StructuralNeed.Unknown(Id);
        foreach (var version in versions) _ = version % 2 == 1 ? need.Report(Facts("T" + version), version) : need.Withdraw(version);
        var report = versions.Where(version => version % 2 == 1).DefaultIfEmpty(0).Max();
        return need.Open == (report > 0 && versions.Max() == report) && need.Topic == (report == 0 ? "" : "T" + report);
    });

    [Fact]
    public void Municipalities_count_once_each()
    {
        var need = StructuralNeed.Unknown(Id);
        need.Report(Facts("WOHNEN") with { Ags = ["05558016", "05558012", "05558016"] }, 1);

        Assert.Equal(["05558012", "05558016"], need.Ags);
    }

    private static NeedFacts Facts(string topic) => new(topic, "SGB2", "JOBCENTER", ["05558012"], 1, new DateOnly(2026, 11, 1));
}
