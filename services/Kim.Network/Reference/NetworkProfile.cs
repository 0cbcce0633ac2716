using Kim.Network.Data;
using Kim.Network.Domain;
using Kim.ServiceKit.Profile;
using Microsoft.EntityFrameworkCore;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Network.Reference;

/// <summary>
/// The network's part of the profile. It checks every reference, then brings the tables to what the files say: equal rows are not
/// touched, so importing again changes nothing. Offers that the files no longer name are withdrawn, not deleted: measures use them.
/// </summary>
internal sealed class NetworkProfile : IProfilePart<NetworkDb>
{
    private const string Ags = "municipalities.json";
    private const string Orgs = "organisations.json";
    private const string Fields = "fields-of-action.json";
    private const string OfferFile = "offers.json";
    private const string CommitteeFile = "committees.json";
    private const string ModuleFile = "kim-modules.json";
    private const string PositionFile = "positions.json";
    private const string DistrictFile = "districts.json";
    private const string SettingFile = "settings.json";
    private const string ProgrammeFile = "programmes.json";

    public IReadOnlyList<string> Files =>
        [Ags, Orgs, Fields, OfferFile, CommitteeFile, ModuleFile, PositionFile, DistrictFile, SettingFile, ProgrammeFile, .. RegisterFiles.All];

    public async Task ImportAsync(ProfileDocuments profile, NetworkDb db, ProfileContext context, CancellationToken ct)
    {
        Check(profile);
        var profileRows = new ProfileRows(profile);
        await SyncAsync(db, profileRows.Municipalities(Ags), row => row.Ags, ct);
        await SyncAsync(db, profileRows.Organisations(Orgs), row => row.Key, ct);
        await SyncAsync(db, profileRows.FieldsOfAction(Fields), row => row.Key, ct);
        await SyncAsync(db, profileRows.Committees(CommitteeFile), row => row.Key, ct);
        await SyncAsync(db, profileRows.Legend(CommitteeFile), row => row.Marker, ct);
        await SyncAsync(db, profileRows.Modules(ModuleFile), row => row.Key, ct);
        await SyncAsync(db, profileRows.Positions(PositionFile), row => row.Key, ct);
        await SyncAsync(db, profileRows.Districts(DistrictFile), row => row.Key, ct);
        await SyncAsync(db, profileRows.Settings(SettingFile), row => row.Key, ct);
        await SyncOffersAsync(db, profileRows.Offers(OfferFile, Orgs), context, ct);
        await SyncRegistersAsync(db, profile, ct);
        await LivingRegisters.SyncAsync(db, new RegisterRows(profile), context.Clock.GetUtcNow(), ct);
    }

    private static async Task SyncRegistersAsync(NetworkDb db, ProfileDocuments profile, CancellationToken ct)
    {
        var (registers, frame) = (new RegisterRows(profile), new FrameRows(profile));
        await SyncAsync(db, registers.Stakeholders(), row => row.Key, ct);
        await SyncAsync(db, registers.Conferences(), row => row.Key, ct);
        await SyncAsync(db, registers.Texts(), row => row.Key, ct);
        await SyncAsync(db, registers.Media(), row => row.Key, ct);
        await SyncAsync(db, registers.HilfeplanSources(), row => row.Key, ct);
        await SyncAsync(db, frame.LegalBases(), row => row.Key, ct);
        await SyncAsync(db, frame.Programmes(), row => row.Key, ct);
        await SyncAsync(db, frame.Levels(), row => row.Key, ct);
        await SyncAsync(db, frame.Boxes(), row => row.Key, ct);
    }

    internal static void Check(ProfileDocuments profile)
    {
        var references = new ProfileReferences(profile);
        foreach (var item in profile.Items<Model.MunicipalityEntry>(Ags))
        {
            references.One(item, "/youthOffice", item.Value.YouthOffice, Orgs);
            references.One(item, "/kimEmployer", item.Value.KimEmployer, Orgs);
        }

        foreach (var item in profile.Items<Model.OrganisationEntry>(Orgs))
        {
            references.One(item, "/ags", item.Value.Ags, Ags);
            references.One(item, "/parent", item.Value.Parent, Orgs);
        }

        foreach (var item in profile.Items<Model.CommitteeEntry>(CommitteeFile))
        {
            references.One(item, "/parent", item.Value.Parent, CommitteeFile);
            references.Many(item, "/moderators", item.Value.Moderators, Orgs);
            references.Many(item, "/region", item.Value.Region, Ags);
        }

        CheckOffers(profile, references);
        CheckPositions(profile, references);
        CheckFields(profile, references);
        RegisterFiles.Check(profile, references);
        references.Settle();
    }

    private static void CheckOffers(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<Model.OfferEntry>(OfferFile))
        {
            references.One(item, "/provider", item.Value.Provider, Orgs);
            references.One(item, "/fieldOfAction", item.Value.FieldOfAction, Fields);
            references.One(item, "/programme", item.Value.Programme, ProgrammeFile);
            references.One(item, "/predecessor", item.Value.Predecessor, OfferFile);
            references.Many(item, "/ags", item.Value.Ags, Ags);
        }
    }

    private static void CheckFields(ProfileDocuments profile, ProfileReferences references)
    {
        var tags = profile.Items<Model.FieldOfActionEntry>(Fields).ToDictionary(item => item.Value.Key, item => item.Value.Tags.Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal));
        foreach (var item in profile.Items<Model.FieldOfActionEntry>(Fields))
            foreach (var (index, content) in item.Value.Contents.Index())
            {
                references.One(item, $"/contents/{index}/offer", content.Offer, OfferFile);
                references.One(item, $"/contents/{index}/committee", content.Committee, CommitteeFile);
            }

        foreach (var item in profile.Items<Model.OfferEntry>(OfferFile))
            foreach (var (index, tag) in item.Value.Tags.Index())
                if (!tags.TryGetValue(item.Value.FieldOfAction, out var known) || !known.Contains(tag)) references.Add(item.Fault($"/tags/{index}", $"its field of action has no tag '{tag}'"));
    }

    private static void CheckPositions(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<Model.KimModuleEntry>(ModuleFile)) references.Many(item, "/allowedEmployers", item.Value.AllowedEmployers, Orgs);
        foreach (var item in profile.Items<Model.PositionEntry>(PositionFile))
        {
            references.One(item, "/module", item.Value.Module, ModuleFile);
            references.One(item, "/employer", item.Value.Employer, Orgs);
            references.One(item, "/fachaufsicht", item.Value.Fachaufsicht, Orgs);
            references.Many(item, "/programmes", item.Value.Programmes, ProgrammeFile);
            references.Many(item, "/regionServed", item.Value.RegionServed, Ags);
        }

        foreach (var item in profile.Items<Model.DistrictEntry>(DistrictFile))
        {
            references.One(item, "/position", item.Value.Position, PositionFile);
            references.Many(item, "/ags", item.Value.Ags, Ags);
        }
    }

    private static async Task SyncAsync<T>(NetworkDb db, IEnumerable<T> wanted, Func<T, string> key, CancellationToken ct) where T : class
    {
        var known = (await db.Set<T>().ToListAsync(ct)).ToDictionary(key, StringComparer.Ordinal);
        foreach (var row in wanted)
        {
            if (known.Remove(key(row), out var existing)) db.Entry(existing).CurrentValues.SetValues(row);
            else db.Add(row);
        }

        db.RemoveRange(known.Values);
    }

    private static async Task SyncOffersAsync(NetworkDb db, IEnumerable<Offer> wanted, ProfileContext context, CancellationToken ct)
    {
        var now = context.Clock.GetUtcNow();
        var known = (await db.Offers.ToListAsync(ct)).ToDictionary(offer => offer.Key, StringComparer.Ordinal);
        var changed = new List<(Offer Offer, bool Changed)>();
        foreach (var row in wanted)
        {
            if (!known.Remove(row.Key, out var existing))
            {
                row.Id = Guid.CreateVersion7(now);
                db.Add(row);
                changed.Add((row, false));
                continue;
            }

            (row.Id, row.Version, row.Published) = (existing.Id, existing.Version, existing.Published);
            db.Entry(existing).CurrentValues.SetValues(row);
            changed.Add((existing, db.Entry(existing).State == EntityState.Modified));
        }

        foreach (var gone in known.Values)
        {
            gone.Removed = true;
            changed.Add((gone, false));
        }

        foreach (var (offer, isChanged) in changed) OfferEvents.Settle(offer, isChanged, LocalDay.Of(now), context.Events);
    }
}
