using Kim.Funding.Data;
using Kim.Funding.Domain;
using Kim.Funding.Reference.Profile;
using Kim.ServiceKit.Profile;
using Microsoft.EntityFrameworkCore;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Funding.Reference;

/// <summary>Rules on money as the profile has them: cost types, lump sums, pro-rating, pots.</summary>
internal static class MoneyRulesImport
{
    public static async Task RunAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        await CostTypesAsync(profile, db, ct);
        await LumpSumsAsync(profile, db, ct);
        await PotsAsync(profile, db, ct);
    }

    private static async Task CostTypesAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var known = await db.CostTypes.ToDictionaryAsync(type => type.Code, ct);
        foreach (var entry in profile.Items<CostTypeEntry>(FundingProfile.CostTypes).Select(item => item.Value))
            (known.GetValueOrDefault(entry.Code) ?? db.Add(CostType.Of(entry.Code)).Entity)
                .Define(entry.Title, entry.Category, entry.PensionProvision,
                [
                    .. entry.Eligibility.Select(rule => new EligibilityRule(
                        rule.Programme, rule.Eligible, rule.ValidFrom, rule.ValidUntil, rule.Headcount, rule.ToProvenance())),
                ])
                .From(entry.ToProvenance());
    }

    private static async Task LumpSumsAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var file = profile.Read<LumpSumsFile>(FundingProfile.LumpSums);
        var known = await db.LumpSums.ToDictionaryAsync(sum => sum.Key, ct);
        foreach (var entry in file.Items)
        {
            if (!known.Remove(entry.Key, out var sum)) sum = db.Add(LumpSum.Of(entry.Key)).Entity;
            sum.Define(entry.Kind, entry.Modules, entry.YearlyEur, entry.ToProvenance()).Hold(entry.ValidFrom, entry.ValidUntil);
        }

        db.RemoveRange(known.Values);
        var rules = await db.ProRatingRules.ToDictionaryAsync(rule => rule.ValidFrom, ct);
        foreach (var entry in file.ProRating)
        {
            if (!rules.Remove(entry.ValidFrom, out var rule)) rule = db.Add(ProRatingRule.Begin(entry.ValidFrom)).Entity;
            rule.Define(entry.Rule, entry.ValidUntil, entry.ToProvenance());
        }

        db.RemoveRange(rules.Values);
    }

    private static async Task PotsAsync(ProfileDocuments profile, FundingDb db, CancellationToken ct)
    {
        var known = await db.FundingPots.ToDictionaryAsync(pot => pot.Key, ct);
        foreach (var entry in profile.Items<Model.FundingPotEntry>(FundingProfile.Pots).Select(item => item.Value))
            (known.GetValueOrDefault(entry.Key) ?? db.Add(FundingPot.Of(entry.Key)).Entity)
                .Define(entry.Title, entry.Funder, entry.Order, entry.ToProvenance())
                .Bear(entry.Bears,
                [
                    .. entry.Amounts.Select(amount => new PotAmount(
                        amount.YearlyEur, amount.UpTo, amount.ValidFrom, amount.ValidUntil, amount.ToProvenance())),
                ]);
    }
}
