using Kim.Funding.Data;
using Kim.Funding.Domain;
using Kim.Funding.Reference.Profile;
using Kim.ServiceKit.Profile;
using Microsoft.EntityFrameworkCore;

namespace Kim.Funding.Reference;

/// <summary>
/// Registers begin with the profile and are the office's from then on: what the office changed stays, new entries of the profile
/// are added, new versions of a Verwendungszeitraum and new conditions as well.
/// </summary>
internal static class RegisterImport
{
    public static async Task RunAsync(ProfileDocuments profile, FundingDb db, DateTimeOffset now, CancellationToken ct)
    {
        await DecisionsAsync(profile, db, now, ct);
        await GrantsAsync(profile, db, now, ct);
        await CostsAsync(profile, db, now, ct);
    }

    private static async Task DecisionsAsync(ProfileDocuments profile, FundingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var known = await db.Decisions.ToDictionaryAsync(decision => decision.Key, ct);
        foreach (var entry in profile.Items<DecisionEntry>(FundingProfile.Decisions).Select(item => item.Value))
        {
            if (!known.TryGetValue(entry.Key, out var decision))
            {
                decision = db.Add(Decision.Enter(Guid.CreateVersion7(now), entry.Key, entry.Body, entry.Organisation).From(entry.ToProvenance())).Entity;
                foreach (var earlier in entry.Earlier)
                    decision.Write(new DecisionFacts(entry.Title, earlier.DecidedOn, entry.Reference, earlier.Note), new Entry(null, now, "Profil"), earlier.Sources);
            }

            var facts = new DecisionFacts(entry.Title, entry.DecidedOn, entry.Reference, entry.Note);
            if (decision.Versions.All(version => version.Facts != facts))
                decision.Write(facts, new Entry(null, now, entry.Earlier.LastOrDefault()?.CorrectedBecause ?? "Profil"), entry.Sources);
        }
    }

    private static async Task GrantsAsync(ProfileDocuments profile, FundingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var known = (await db.Grants.Where(grant => grant.Key != null).ToListAsync(ct)).ToDictionary(grant => grant.Key!, StringComparer.Ordinal);
        foreach (var entry in profile.Items<GrantEntry>(FundingProfile.Grants).Select(item => item.Value))
        {
            var by = new Entry(null, now, "Profil");
            if (!known.TryGetValue(entry.Key, out var grant))
                grant = db.Add(Grant.Record(Guid.CreateVersion7(now), ToFacts(entry), by).FromProfile(entry.Key, entry.ToProvenance())).Entity;
            foreach (var period in entry.Periods.Where(period => grant.Periods.All(version => version.KnownFrom != period.KnownFrom)))
                grant.Extend(new UsePeriod(0, period.ValidFrom, period.ValidUntil, period.ProofDueOn, period.KnownFrom, period.Reference, period.ToProvenance()));
            foreach (var condition in entry.Conditions.Where(condition => grant.Conditions.All(found => found.Key != condition.Key)))
                grant.Require(new GrantCondition(
                    condition.Key, condition.Title,
                    [.. condition.Evidence.Select(proof => new Evidence(proof.Kind, proof.Reference, proof.Quote, proof.On, by))],
                    condition.ToProvenance()));
        }
    }

    private static GrantFacts ToFacts(GrantEntry entry) => new()
    {
        Title = entry.Title,
        Programme = entry.Programme,
        Module = entry.Module,
        Funder = entry.Funder,
        Instrument = entry.Instrument,
        Kind = entry.Kind,
        Reference = entry.Reference,
        ApprovedOn = entry.ApprovedOn,
        AwardFrom = entry.ValidFrom,
        AwardUntil = entry.ValidUntil,
        Concept = entry.Concept,
        LegalBasis = entry.LegalBasis,
        Instalments = [.. entry.Instalments.Select(part => new Instalment(part.Year, part.AmountEur, part.Demo))],
    };

    private static async Task CostsAsync(ProfileDocuments profile, FundingDb db, DateTimeOffset now, CancellationToken ct)
    {
        var known = (await db.Costs.Where(cost => cost.ProfileKey != null).Select(cost => cost.ProfileKey!).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in profile.Items<CostEntry>(FundingProfile.Costs).Select(item => item.Value).Where(entry => !known.Contains(entry.Key)))
        {
            var grant = entry.Grant is null ? null : db.Grants.Local.Single(found => found.Key == entry.Grant);
            var type = db.CostTypes.Local.Single(found => found.Code == entry.Type);
            var facts = new CostFacts
            {
                Voucher = entry.Voucher,
                Line = entry.Line,
                Type = entry.Type,
                AmountEur = entry.AmountEur,
                SpentOn = entry.SpentOn,
                BookedOn = entry.SpentOn,
                GrantId = grant?.Id,
                Position = entry.Position,
                Ags = entry.Ags,
            };
            db.Add(Cost.Book(Guid.CreateVersion7(now), facts, type, Eligibility.Of(facts, type, grant), new Entry(null, now, "Profil")).FromProfile(entry.Key));
        }
    }
}
