namespace Kim.Cases.Domain;

/// <summary>Handing the person over to the Einbürgerungsbehörde (EBH): only with a consent that names it (domain.md 7.2).</summary>
public sealed partial class Case
{
    /// <summary>Refers the person under the consent that holds longest among those that cover what is passed on.</summary>
    public Result<Referral> Refer(Act act)
    {
        if (Refused() is { } closed) return closed;
        var naming = _consents.FindAll(consent => consent.ValidOn(act.Day) && Referral.Covers(consent));
        if (naming.Count == 0)
            return new Error("consent-missing", "No consent that is valid today names the EBH as recipient and lets the case team give it data.", 409) { Guard = Guards.ConsentEbh };
        if (naming.Where(consent => Referral.Missing(consent).Count == 0).MaxBy(consent => (consent.ValidUntil, consent.Id)) is not { } consent)
        {
            var missing = naming.ConvertAll(Referral.Missing).MinBy(lacking => lacking.Count)!;
            return new Error("data-categories-missing", $"The consent with the EBH does not cover {string.Join(", ", missing)}.", 409) { Guard = Guards.DataCategories };
        }

        var referral = Referral.Of(consent, act);
        Touched();
        return referral;
    }
}
