namespace Kim.Cases.Domain;

/// <summary>The end of the record: erased at once (Art. 17 DSGVO), or restricted (Art. 18) for as long as a duty keeps it.</summary>
public sealed partial class Case
{
    /// <summary>The day on which the record is erased; from the moment it is set nobody but the data protection officer finds the case.</summary>
    public DateOnly? EraseOn { get; private set; }

    /// <summary>The duty that keeps it until then.</summary>
    public string? RestrictionDuty { get; private set; }

    /// <summary>The duty that keeps the record on a day, or null. A case that goes on is closed first: what it counts for ends with it.</summary>
    public Result<Duty?> DutyOn(DateOnly day, bool disclosed, IReadOnlyList<RetentionRule> rules)
    {
        if (ClosedOn is not { } closed)
            return new Error("case-open", "The case is open: close it first, with the reason of its end.", 409) { Guard = Guards.CaseClosed };
        if (ClosureReason == ClosureReasons.Fehlerfassung) return (Duty?)null;
        return Retention.LastOf(closed, _phaseChanges.Exists(change => change.To == Phases.Assessment), disclosed, rules, day);
    }

    /// <summary>Takes the record out of all use until it is erased.</summary>
    public Result End(Duty? duty, Act act)
    {
        if (EraseOn is not null) return Error.Conflict("erasure-decided", "The erasure of this case is decided already.");
        (EraseOn, RestrictionDuty) = (duty?.Until ?? act.Day, duty?.Code);
        return Touched();
    }
}
