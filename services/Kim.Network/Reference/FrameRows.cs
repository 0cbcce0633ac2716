using Kim.ServiceKit.Profile;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Network.Reference;

/// <summary>Acts, programmes and the strategy picture as rows of the network's tables, in the order of the files.</summary>
internal sealed class FrameRows(ProfileDocuments profile)
{
    public IEnumerable<LegalBasis> LegalBases() => profile.Items<Model.LegalBasisEntry>(RegisterFiles.LegalBases).Select((item, index) => new LegalBasis
    {
        Key = item.Value.Key,
        Title = item.Value.Title,
        Short = item.Value.Short,
        AdoptedOn = item.Value.AdoptedOn,
        ValidFrom = item.Value.ValidFrom,
        ValidUntil = item.Value.ValidUntil,
        Successor = item.Value.Successor,
        Fundings = [.. item.Value.Fundings.Select(f => new FundedSubject(f.Subject, f.Title, f.Permanence, f.Provision, f.Assumed, f.Sources))],
        Note = item.Value.Note,
        Position = index + 1,
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<Programme> Programmes() => profile.Items<Model.ProgrammeEntry>(RegisterFiles.Programmes).Select((item, index) => new Programme
    {
        Key = item.Value.Key,
        Title = item.Value.Title,
        Funder = item.Value.Funder,
        TargetGroup = item.Value.TargetGroup,
        AgeFrom = item.Value.AgeFrom,
        AgeUntil = item.Value.AgeUntil,
        Statuses = [.. item.Value.Statuses],
        ValidFrom = item.Value.ValidFrom,
        ValidUntil = item.Value.ValidUntil,
        Permanence = item.Value.Permanence,
        Forerunner = item.Value.Forerunner,
        Roles = [.. item.Value.Roles.Select(role => new CaseRole(role.Key, role.Title, role.LegendMarker, role.Positions, role.Sources))],
        UsagePeriods = [.. item.Value.UsagePeriods.Select(p => new UsePeriod(p.KnownFrom, p.From, p.Until, p.ProofDueOn, p.Assumed, p.Sources))],
        Components = [.. item.Value.Components.Select(Part)],
        Note = item.Value.Note,
        Position = index + 1,
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<DiagramLevel> Levels() => profile.Read<Model.DiagramFile>(RegisterFiles.Diagram).Levels
        .Select(entry => new DiagramLevel { Key = entry.Key, Label = entry.Label });

    public IEnumerable<DiagramBox> Boxes() => profile.Items<Model.BoxEntry>(RegisterFiles.Diagram).Select((item, index) => new DiagramBox
    {
        Key = item.Value.Key,
        Title = item.Value.Title,
        Content = item.Value.Content,
        Level = item.Value.Level,
        LevelInferred = item.Value.LevelInferred,
        LegendMarker = item.Value.LegendMarker,
        Committees = [.. item.Value.Committees],
        Organisations = [.. item.Value.Organisations],
        Positions = [.. item.Value.Positions],
        Programme = item.Value.Programme,
        Media = item.Value.Media,
        Hoheitlich = item.Value.Hoheitlich,
        Position = index + 1,
        Sources = [.. item.Value.Sources],
    });

    private static ProgrammePart Part(Model.ProgrammeComponent entry) => new()
    {
        Key = entry.Key,
        Number = entry.Number,
        Code = entry.Code,
        PartOf = entry.PartOf,
        Module = entry.Module,
        Title = entry.Title,
        State = entry.State,
        Offers = entry.Offers,
        Carriers = [.. entry.Carriers.Select(carrier => new Carrier(carrier.Organisation, carrier.Fte, carrier.ValidFrom, carrier.ValidUntil))],
        ValidFrom = entry.ValidFrom,
        ValidUntil = entry.ValidUntil,
        Note = entry.Note,
        Assumed = entry.Assumed,
        Sources = entry.Sources,
    };
}
