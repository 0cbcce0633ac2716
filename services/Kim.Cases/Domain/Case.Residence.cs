namespace Kim.Cases.Domain;

/// <summary>Residence periods and nationalities, needed for counselling and later for naturalisation.</summary>
public sealed partial class Case
{
    private const string OhneHint =
        "§ 87(2) AufenthG obliges a public body to report unlawful residence that it learns of in its task. Offer an anonymous "
        + "Kurzberatung first; to record the status all the same, send confirmOhne=true.";

    public Result<ResidencePeriod> RecordResidence(ResidenceTerms terms, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (terms.Status.Code == ResidenceStatus.Ohne && !terms.ConfirmOhne)
            return new Error("confirm-ohne", OhneHint, 409) { Guard = Guards.ConfirmOhne, Field = "confirmOhne" };
        if (CheckPeriod(terms) is { } error) return error;
        if (_residencePeriods.Exists(old => old.Status == terms.Status.Code && old.Overlaps(terms.ValidFrom, terms.ValidUntil)))
            return new Error("periods-overlap", "A period of the same status covers part of this time.", 409) { Guard = Guards.NoOverlap };

        var period = new ResidencePeriod(Id, terms, act);
        _residencePeriods.Add(period);
        Touched();
        return period;
    }

    /// <summary>Ends a period that was open: usually the day on which the next title begins.</summary>
    public Result EndResidence(Guid periodId, DateOnly validUntil)
    {
        if (Refused() is { } closed) return closed;
        if (_residencePeriods.Find(period => period.Id == periodId) is not { } found) return Error.NotFound("residence period");
        if (found.ValidUntil is not null) return Error.Conflict("period-ended", "The period has an end already.");
        if (validUntil <= found.ValidFrom) return Error.Invalid("period-empty", "The period ends before it begins.", "validUntil");
        found.End(validUntil);
        return Touched();
    }

    public Result<Nationality> RecordNationality(NationalityTerms terms, Act act)
    {
        if (Refused() is { } closed) return closed;
        if (_nationalities.Exists(old => old.Country == terms.Country))
            return Error.Conflict("nationality-known", "This nationality is recorded already.");
        if (terms.ValidUntil <= terms.ValidFrom)
            return Error.Invalid("period-empty", "The nationality ends before it begins.", "validUntil");
        var nationality = new Nationality(Id, terms, act);
        _nationalities.Add(nationality);
        Touched();
        return nationality;
    }

    private static Error? CheckPeriod(ResidenceTerms terms)
    {
        if (terms.ValidUntil <= terms.ValidFrom)
            return Error.Invalid("period-empty", "The period ends before it begins.", "validUntil");
        return terms.Status.AssignableUntil is { } last && terms.ValidFrom > last
            ? Error.Invalid("status-not-assignable", $"{terms.Status.Code} could be granted until {last:yyyy-MM-dd} only.", "validFrom")
            : null;
    }
}
