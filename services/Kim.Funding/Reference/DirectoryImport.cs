using Kim.Funding.Data;
using Kim.Funding.Domain;
using Kim.ServiceKit.Profile;
using Microsoft.EntityFrameworkCore;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Funding.Reference;

/// <summary>Organisations, municipalities, programmes, districts and settings as the profile has them: rows that it no longer names go.</summary>
internal static class DirectoryImport
{
    public static async Task RunAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        await OrganisationsAsync(profile, db, ct);
        await MunicipalitiesAsync(profile, db, ct);
        await ProgrammesAsync(profile, db, ct);
        await DistrictsAsync(profile, db, ct);
        await SettingsAsync(profile, db, ct);
    }

    /// <summary>Sources and marks of an entry.</summary>
    public static Provenance ToProvenance(this Model.ProfileEntry entry) => new(entry.Sources, entry.Demo, entry.Assumed, entry.Note);

    private static async Task OrganisationsAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var known = await db.Organisations.ToDictionaryAsync(row => row.Key, ct);
        foreach (var entry in profile.Items<Model.OrganisationEntry>(FundingProfile.Organisations).Select(item => item.Value))
        {
            if (known.Remove(entry.Key, out var row)) (row.Name, row.ActorType) = (entry.Name, entry.ActorType);
            else db.Add(new Organisation { Key = entry.Key, Name = entry.Name, ActorType = entry.ActorType });
        }

        db.RemoveRange(known.Values);
    }

    private static async Task MunicipalitiesAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var known = await db.Municipalities.ToDictionaryAsync(row => row.Ags, ct);
        foreach (var entry in profile.Items<Model.MunicipalityEntry>(FundingProfile.Municipalities).Select(item => item.Value))
        {
            if (known.Remove(entry.Ags, out var row)) row.Name = entry.Name;
            else db.Add(new Municipality { Ags = entry.Ags, Name = entry.Name });
        }

        db.RemoveRange(known.Values);
    }

    private static async Task ProgrammesAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var known = await db.Programmes.ToDictionaryAsync(row => row.Key, ct);
        foreach (var entry in profile.Items<Model.ProgrammeEntry>(FundingProfile.Programmes).Select(item => item.Value))
        {
            if (!known.Remove(entry.Key, out var programme)) programme = db.Add(Programme.Of(entry.Key)).Entity;
            programme
                .Define(entry.Title, entry.Funder, new ProgrammeTarget(entry.TargetGroup, entry.AgeFrom, entry.AgeUntil, entry.Statuses),
                    [.. entry.Components.OrderBy(component => component.Number).Select(ToComponent)])
                .Run(entry.ValidFrom, entry.ValidUntil, entry.ToProvenance());
        }

        db.RemoveRange(known.Values);
    }

    private static ProgrammeComponent ToComponent(Model.ProgrammeComponent entry) => new(
        entry.Key, entry.Number, entry.Title, entry.State, entry.Offers,
        [.. entry.Carriers.Select(carrier => new ProgrammeCarrier(carrier.Organisation, carrier.Fte, carrier.ValidFrom, carrier.ValidUntil))],
        entry.ToProvenance());

    private static async Task DistrictsAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var known = await db.Districts.ToDictionaryAsync(row => row.Key, ct);
        foreach (var entry in profile.Items<Model.DistrictEntry>(FundingProfile.Districts).Select(item => item.Value))
        {
            if (known.Remove(entry.Key, out var row))
                (row.Position, row.Ags, row.ValidFrom, row.ValidUntil, row.Provenance) = (entry.Position, entry.Ags, entry.ValidFrom, entry.ValidUntil, entry.ToProvenance());
            else
                db.Add(new District
                {
                    Key = entry.Key, Position = entry.Position, Ags = entry.Ags, ValidFrom = entry.ValidFrom, ValidUntil = entry.ValidUntil,
                    Provenance = entry.ToProvenance(),
                });
        }

        db.RemoveRange(known.Values);
    }

    private static async Task SettingsAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var known = await db.Settings.ToDictionaryAsync(row => row.Key, ct);
        foreach (var entry in profile.Items<Model.SettingEntry>(FundingProfile.Settings).Select(item => item.Value))
        {
            if (known.Remove(entry.Key, out var row)) row.Value = entry.Value;
            else db.Add(new Setting { Key = entry.Key, Value = entry.Value });
        }

        db.RemoveRange(known.Values);
    }
}
