using System.Text.Json;
using CsCheck;
using Kim.Contracts.Cases;
using Kim.Funding.Data.Reports;
using Kim.Funding.Domain.Reports;
using Kim.ServiceKit.Messaging;

namespace Kim.Funding.Tests.Reports;

public sealed class ProjectionTests
{
    [Fact]
    public void Any_order_and_any_number_of_deliveries_end_in_the_same_rows()
    {
        var entries = ReportEvents.Quarter(9).Select(Entry).Append(Broken()).ToList();
        var expected = Rows(entries);
        Assert.True(expected.Length > 1_000);
        Gen.Shuffle(entries.Concat(entries).Concat(entries).ToArray()).Sample(shuffled => Rows(shuffled) == expected, iter: 50);
    }

    [Fact]
    public void Two_bodies_under_one_version_make_the_same_choice_everywhere()
    {
        var one = new StructuralNeedReported { NeedId = Guid.NewGuid(), Version = 1, Topic = "WOHNEN", Rechtskreis = "SGB2", AgencyType = "KI", Ags = ["05558012"], Weight = 1, ReportedOn = new(2026, 7, 1) };
        var (first, second) = (Entry(new TestEvent(one.NeedId, 1, one)), Entry(new TestEvent(one.NeedId, 1, one with { Topic = "ARBEIT" })));
        Assert.Equal(Rows([first, second]), Rows([second, first]));
    }

    [Theory]
    [InlineData("kim.cases.case-opened", "{}")]
    [InlineData("kim.cases.case-opened", "{\"caseRef\":\"00000000-0000-0000-0000-000000000001\",\"version\":1,\"facts\":null}")]
    [InlineData("kim.cases.case-opened", "[1]")]
    [InlineData("kim.cases.case-opened", "null")]
    [InlineData("kim.cases.case-opened", "\"text\"")]
    [InlineData("kim.network.need-state-changed", "{\"themeId\":\"00000000-0000-0000-0000-000000000001\",\"version\":1,\"title\":\"t\",\"state\":\"s\",\"needIds\":[null]}")]
    [InlineData("kim.from.the-future", "{\"a\":1}")]
    [InlineData("kim.cases.structural-need-withdrawn", "{\"needId\":\"00000000-0000-0000-0000-000000000009\",\"version\":1}")]
    public void What_cannot_be_read_is_told_and_stops_nothing(string wireName, string body)
    {
        var fact = FactReader.Of(new JournalEntry
        {
            Id = Guid.NewGuid(), WireName = wireName, Aggregate = Guid.Parse("00000000-0000-0000-0000-000000000001"), Version = 1, BodyHash = "x", Body = body, ReceivedAt = default,
        }).Fact;
        Assert.Equal(wireName, Assert.IsType<UnreadableFact>(fact).WireName);
    }

    private static string Rows(IEnumerable<JournalEntry> entries) =>
        string.Join('\n', Projection.Of(entries.Select(FactReader.Of)).Select(fact => JsonSerializer.Serialize(fact, fact.GetType())));

    private static JournalEntry Broken() => new()
    {
        Id = Guid.NewGuid(), WireName = "kim.cases.case-opened", Aggregate = Guid.NewGuid(), Version = 1, BodyHash = "y", Body = "{}", ReceivedAt = default,
    };

    private static JournalEntry Entry(TestEvent source)
    {
        var body = JsonSerializer.Serialize(source.Message, source.Message.GetType(), ContractJson.Options);
        return new JournalEntry
        {
            Id = Guid.NewGuid(), WireName = EventCatalogue.WireNameOf(source.Message.GetType()), Aggregate = source.Ref, Version = source.Version,
            BodyHash = CanonicalJson.Sha256(System.Text.Encoding.UTF8.GetBytes(body)), Body = body, ReceivedAt = default,
        };
    }
}
