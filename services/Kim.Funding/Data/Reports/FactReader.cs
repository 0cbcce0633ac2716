using System.Text.Json;
using Kim.Contracts.Cases;
using Kim.Contracts.Interpreters;
using Kim.Contracts.Network;
using Kim.Funding.Domain;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Data.Reports;

/// <summary>Reads the fact out of an event, live or from the journal. What cannot be read is a fact of its own and stops nothing.</summary>
internal static class FactReader
{
    private static readonly JsonSerializerOptions Options = new(ContractJson.Options) { RespectNullableAnnotations = true };

    private static readonly Dictionary<string, Func<string, ReportFact?>> Readers = new(StringComparer.Ordinal)
    {
        [EventCatalogue.WireNameOf(typeof(CaseOpened))] = Reader<CaseOpened>(e => Case(e.CaseRef, e.Version, e.Facts.OpenedOn, e.Facts)),
        [EventCatalogue.WireNameOf(typeof(CasePhaseChanged))] = Reader<CasePhaseChanged>(e => Case(e.CaseRef, e.Version, e.ChangedOn, e.Facts)),
        [EventCatalogue.WireNameOf(typeof(CaseAssigned))] = Reader<CaseAssigned>(e => Case(e.CaseRef, e.Version, e.AssignedOn, e.Facts)),
        [EventCatalogue.WireNameOf(typeof(CaseClosed))] = Reader<CaseClosed>(e => Case(e.CaseRef, e.Version, e.ClosedOn, e.Facts, closed: true)),
        [EventCatalogue.WireNameOf(typeof(StructuralNeedReported))] = Reader<StructuralNeedReported>(e =>
            new NeedReport { Ref = e.NeedId, Version = e.Version, Topic = e.Topic, Weight = e.Weight, On = e.ReportedOn }),
        [EventCatalogue.WireNameOf(typeof(StructuralNeedWithdrawn))] = Reader<StructuralNeedWithdrawn>(e => new NeedWithdrawal { Ref = e.NeedId, Version = e.Version }),
        [EventCatalogue.WireNameOf(typeof(NeedStateChanged))] = Reader<NeedStateChanged>(e =>
            new ThemeStep { Ref = e.ThemeId, Version = e.Version, State = e.State, On = e.ChangedOn, Needs = e.NeedIds }),
        [EventCatalogue.WireNameOf(typeof(ResolutionAdopted))] = Reader<ResolutionAdopted>(e =>
            new ResolutionStep { Ref = e.ResolutionId, Version = e.Version, ThemeId = e.ThemeId, Needs = e.NeedIds, On = e.AdoptedOn }),
        [EventCatalogue.WireNameOf(typeof(MeasureStarted))] = Reader<MeasureStarted>(e =>
            new MeasureStep { Ref = e.MeasureId, Version = e.Version, ResolutionId = e.ResolutionId, On = e.StartedOn }),
        [EventCatalogue.WireNameOf(typeof(MeasureCompleted))] = Reader<MeasureCompleted>(e =>
            new MeasureStep { Ref = e.MeasureId, Version = e.Version, ResolutionId = e.ResolutionId, Completed = true, On = e.CompletedOn }),
        [EventCatalogue.WireNameOf(typeof(BookingConfirmed))] = Reader<BookingConfirmed>(e =>
            new BookingStep { Ref = e.BookingRef, Version = e.Version, Kind = BookingHistory.Confirmed, On = LocalDay.Of(e.StartsAt), Language = e.Language }),
        [EventCatalogue.WireNameOf(typeof(BookingDeclined))] = Reader<BookingDeclined>(e =>
            new BookingStep { Ref = e.BookingRef, Version = e.Version, Kind = BookingHistory.Declined, On = e.DeclinedOn, Language = e.Language }),
        [EventCatalogue.WireNameOf(typeof(BookingUnserved))] = Reader<BookingUnserved>(e =>
            new BookingStep { Ref = e.BookingRef, Version = e.Version, Kind = BookingHistory.Unserved, On = e.UnservedOn, Language = e.Language }),
        [EventCatalogue.WireNameOf(typeof(AssignmentCompleted))] = Reader<AssignmentCompleted>(e =>
            new BookingStep { Ref = e.BookingRef, Version = e.Version, Kind = BookingHistory.Completed, On = e.HeldOn, Language = e.Language, Minutes = e.Minutes }),
        [EventCatalogue.WireNameOf(typeof(AssignmentSettled))] = Reader<AssignmentSettled>(e => new BookingStep
        {
            Ref = e.BookingRef, Version = e.Version, Kind = BookingHistory.Settled, On = e.SettledOn,
            Charges = [.. e.Charges.Select(charge => new ChargedAmount(charge.Pot, charge.AmountEur))],
        }),
    };

    /// <summary>The fact of an entry.</summary>
    public static JournalFact Of(JournalEntry entry) => new(
        (Readers.TryGetValue(entry.WireName, out var read) ? read(entry.Body) : null) is { } fact && fact.Ref == entry.Aggregate && fact.Version == entry.Version
            ? fact
            : new UnreadableFact { Ref = entry.Aggregate, Version = entry.Version, WireName = entry.WireName },
        entry.BodyHash);

    private static CaseStep Case(Guid reference, long version, DateOnly on, CaseFacts facts, bool closed = false) => new()
    {
        Ref = reference,
        Version = version,
        On = on,
        OpenedOn = facts.OpenedOn,
        Closed = closed || facts.Phase == CaseStep.ClosedPhase,
        Ags = facts.Ags,
        AgeBand = facts.AgeBand,
        Sex = facts.Sex,
        NationalityGroup = facts.NationalityGroup,
        StatusGroup = facts.StatusGroup,
        LengthOfStayBand = facts.LengthOfStayBand,
        HouseholdSize = facts.HouseholdSize,
        Topics = [.. facts.Topics.Where(topic => topic is not null).Distinct(StringComparer.Ordinal)],
    };

    private static Func<string, ReportFact?> Reader<T>(Func<T, ReportFact> fact) where T : class => body =>
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options) is { } known ? fact(known) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    };
}
