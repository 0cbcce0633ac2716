using Kim.ServiceKit.Profile;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Network.Reference;

/// <summary>The entries of the profile as rows of the network's tables.</summary>
internal sealed class ProfileRows(ProfileDocuments profile)
{
    public IEnumerable<Municipality> Municipalities(string file) => profile.Items<Model.MunicipalityEntry>(file).Select(item => new Municipality
    {
        Ags = item.Value.Ags,
        Name = item.Value.Name,
        Kind = item.Value.Kind,
        Seat = item.Value.Seat,
        Population = item.Value.Population,
        YouthOffice = item.Value.YouthOffice,
        KimEmployer = item.Value.KimEmployer,
        Latitude = item.Value.Centre.Latitude,
        Longitude = item.Value.Centre.Longitude,
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<Organisation> Organisations(string file) => profile.Items<Model.OrganisationEntry>(file).Select(item => new Organisation
    {
        Key = item.Value.Key,
        Name = item.Value.Name,
        ShortName = item.Value.ShortName,
        Aliases = [.. item.Value.Aliases],
        Names = [.. item.Value.Names.Select(name => new NamePeriod(name.Name, name.ShortName, name.ValidFrom, name.ValidUntil, name.Assumed, name.Sources))],
        ActorType = item.Value.ActorType,
        Ags = item.Value.Ags,
        Parent = item.Value.Parent,
        Hoheitlich = item.Value.Hoheitlich,
        Demo = item.Value.Demo,
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<FieldOfAction> FieldsOfAction(string file) => profile.Items<Model.FieldOfActionEntry>(file).Select((item, index) => new FieldOfAction
    {
        Key = item.Value.Key,
        Title = item.Value.Title,
        State = item.Value.State,
        Description = item.Value.Description,
        Partners = [.. item.Value.Partners],
        Tags = [.. item.Value.Tags.Select(tag => new FieldTag(tag.Key, tag.Title, tag.Topic))],
        Contents = [.. item.Value.Contents.Select(content => new Content(content.Title, content.Offer, content.Committee, content.Register))],
        Position = index + 1,
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<Committee> Committees(string file) => profile.Items<Model.CommitteeEntry>(file).Select(item => new Committee
    {
        Key = item.Value.Key,
        Name = item.Value.Name,
        Aliases = [.. item.Value.Aliases],
        Category = item.Value.Category,
        Field = item.Value.Field,
        Parent = item.Value.Parent,
        TakesThemes = item.Value.TakesThemes,
        Level = item.Value.Level,
        LevelInferred = item.Value.LevelInferred,
        LegendMarker = item.Value.LegendMarker,
        SeatGroups = [.. item.Value.SeatGroups.Select(seat => new SeatGroup(seat.Key, seat.Name, seat.ActorType, seat.Named))],
        Moderators = [.. item.Value.Moderators],
        Chair = item.Value.Chair,
        AgeBand = item.Value.AgeBand is { } band ? new AgeBand(band.Code, band.From, band.Until, band.UntilInclusive) : null,
        State = item.Value.State,
        Region = [.. item.Value.Region],
        InstanceOf = item.Value.InstanceOf,
        Instance = item.Value.Instance,
        Mandate = item.Value.Mandate,
        OpenQuestion = item.Value.OpenQuestion,
        Demo = item.Value.Demo,
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<LegendMarker> Legend(string file) => profile.Read<Model.CommitteesFile>(file).Legend.Select(entry => new LegendMarker
    {
        Marker = entry.Marker,
        Label = entry.Label,
        Assumed = entry.Assumed,
    });

    public IEnumerable<KimModule> Modules(string file) => profile.Items<Model.KimModuleEntry>(file).Select(item => new KimModule
    {
        Key = item.Value.Key,
        Title = item.Value.Title,
        Synonyms = [.. item.Value.Synonyms],
        Purpose = item.Value.Purpose,
        AllowedEmployers = [.. item.Value.AllowedEmployers],
        MaxOutsideKi = item.Value.MaxOutsideKi is { } share ? new Fraction(share.Numerator, share.Denominator) : null,
        Quotas = [.. item.Value.Quotas.Select(quota => new Quota(quota.Fte, quota.ValidFrom, quota.ValidUntil, quota.Assumed))],
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<Position> Positions(string file) => profile.Items<Model.PositionEntry>(file).Select(item => new Position
    {
        Key = item.Value.Key,
        Title = item.Value.Title,
        Module = item.Value.Module,
        Programmes = [.. item.Value.Programmes],
        Fte = item.Value.Fte,
        Employer = item.Value.Employer,
        RegionServed = [.. item.Value.RegionServed],
        Fachaufsicht = item.Value.Fachaufsicht,
        State = item.Value.State,
        ValidFrom = item.Value.ValidFrom,
        ValidUntil = item.Value.ValidUntil,
        Demo = item.Value.Demo,
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<District> Districts(string file) => profile.Items<Model.DistrictEntry>(file).Select(item => new District
    {
        Key = item.Value.Key,
        Position = item.Value.Position,
        Ags = [.. item.Value.Ags],
        ValidFrom = item.Value.ValidFrom,
        ValidUntil = item.Value.ValidUntil,
        Demo = item.Value.Demo,
        Sources = [.. item.Value.Sources],
    });

    public IEnumerable<Setting> Settings(string file) => profile.Items<Model.SettingEntry>(file).Select(item => new Setting
    {
        Key = item.Value.Key,
        Value = item.Value.Value,
        Unit = item.Value.Unit,
        Title = item.Value.Title,
    });

    public IEnumerable<Offer> Offers(string file, string organisations)
    {
        var names = profile.Items<Model.OrganisationEntry>(organisations).ToDictionary(item => item.Value.Key, item => item.Value.Name, StringComparer.Ordinal);
        return profile.Items<Model.OfferEntry>(file).Select(item => new Offer
        {
            Key = item.Value.Key,
            Title = item.Value.Title,
            Description = item.Value.Description,
            Topics = [.. item.Value.Topics],
            Tags = [.. item.Value.Tags],
            TargetGroup = item.Value.TargetGroup,
            Ags = [.. item.Value.Ags],
            Languages = [.. item.Value.Languages],
            Provider = item.Value.Provider,
            ProviderName = names[item.Value.Provider],
            FieldOfAction = item.Value.FieldOfAction,
            Programme = item.Value.Programme,
            Predecessor = item.Value.Predecessor,
            State = item.Value.State,
            ValidFrom = item.Value.ValidFrom,
            ValidUntil = item.Value.ValidUntil,
            Capacity = item.Value.Capacity,
            ExternalReference = item.Value.ExternalReference,
            Demo = item.Value.Demo,
            Sources = [.. item.Value.Sources],
        });
    }
}
