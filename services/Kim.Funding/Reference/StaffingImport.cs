using Kim.Funding.Data;
using Kim.Funding.Domain;
using Kim.Funding.Reference.Profile;
using Kim.ServiceKit.Profile;
using Microsoft.EntityFrameworkCore;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Funding.Reference;

/// <summary>Modules, positions and who holds them at the start. Positions that the profile no longer names stay: costs and reports refer to them.</summary>
internal static class StaffingImport
{
    public static async Task RunAsync(ProfileDocuments profile, FundingDb db, ProfileContext context, CancellationToken ct)
    {
        await ModulesAsync(profile, db, ct);
        await PositionsAsync(profile, db, context, ct);
        await OccupanciesAsync(profile, db, context, ct);
    }

    private static async Task ModulesAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var known = await db.Modules.ToDictionaryAsync(module => module.Key, ct);
        foreach (var entry in profile.Items<Model.KimModuleEntry>(FundingProfile.Modules).Select(item => item.Value))
        {
            var module = known.GetValueOrDefault(entry.Key) ?? db.Add(KimModule.Of(entry.Key)).Entity;
            module.Define(entry.Title, entry.Purpose, entry.Synonyms, entry.ToProvenance()).Limit(
                entry.AllowedEmployers,
                entry.MaxOutsideKi is { } share ? new Fraction(share.Numerator, share.Denominator) : null,
                entry.Quotas.Select(quota => ModuleQuota.Of(entry.Key, quota.Fte, quota.ValidFrom, quota.ValidUntil, quota.ToProvenance())));
        }
    }

    private static async Task PositionsAsync(ProfileDocuments profile, FundingDb db, ProfileContext context, CancellationToken ct)
    {
        var now = context.Clock.GetUtcNow();
        var known = await db.Positions.Include(position => position.Attributes).ToDictionaryAsync(position => position.Key, ct);
        foreach (var entry in profile.Items<Model.PositionEntry>(FundingProfile.Positions).Select(item => item.Value))
        {
            if (!known.TryGetValue(entry.Key, out var position)) position = db.Add(Position.Establish(Guid.CreateVersion7(now), entry.Key)).Entity;
            position.Define(new PositionFacts
            {
                Title = entry.Title,
                Module = entry.Module,
                Programmes = entry.Programmes,
                Vzae = entry.Fte,
                Recruiting = entry.State == "RECRUITING",
                FundedFrom = entry.ValidFrom,
                FundedUntil = entry.ValidUntil,
                Provenance = entry.ToProvenance(),
            });
            position.Begin(
                Guid.CreateVersion7(now), new AttributeValues(entry.Employer, entry.RegionServed, entry.Fachaufsicht), new Entry(null, now, "Profil"));
        }
    }

    private static async Task OccupanciesAsync(ProfileDocuments profile, FundingDb db, ProfileContext context, CancellationToken ct)
    {
        var now = context.Clock.GetUtcNow();
        var known = (await db.Occupancies.Where(row => row.ProfileKey != null).Select(row => row.ProfileKey!).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var item in profile.Items<OccupancyEntry>(FundingProfile.Occupancies).Where(item => !known.Contains(item.Value.Key)))
        {
            var entry = item.Value;
            var facts = new OccupancyFacts(entry.Account, entry.Fte, entry.ValidFrom, entry.ValidUntil, entry.EmploymentType);
            var occupancy = db.Add(Occupancy.Of(Guid.CreateVersion7(now), entry.Position, facts, new Entry(null, now, "Profil"))
                .FromProfile(entry.Key, entry.ToProvenance())).Entity;
            var position = db.Positions.Local.Single(row => row.Key == entry.Position);
            OccupancyEvents.Filled(context.Events, position, occupancy, LocalDay.Of(now));
        }
    }
}
