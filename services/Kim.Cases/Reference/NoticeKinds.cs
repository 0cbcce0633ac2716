namespace Kim.Cases.Reference;

/// <summary>Kinds of notices and how they read.</summary>
public static class NoticeKinds
{
    public const string ResolutionAdopted = "RESOLUTION_ADOPTED";
    public const string MeasureCompleted = "MEASURE_COMPLETED";
    public const string InterpreterConfirmed = "INTERPRETER_CONFIRMED";
    public const string InterpreterDeclined = "INTERPRETER_DECLINED";
    public const string InterpreterUnserved = "INTERPRETER_UNSERVED";
    public const string NaturalisationCounselling = "NATURALISATION_COUNSELLING";
    public const string NaturalisationApplication = "NATURALISATION_APPLICATION";
    public const string NaturalisationDecision = "NATURALISATION_DECISION";
    public const string NaturalisationConferral = "NATURALISATION_CONFERRAL";

    /// <summary>The notice in words: kind, then what it is about (title of the resolution, the language, the route or the outcome).</summary>
    public static (string De, string En) Text(string kind, string about) => kind switch
    {
        ResolutionAdopted => ($"Zu einem Bedarf aus diesem Fall wurde beschlossen: {about}", $"A need of this case led to a resolution: {about}"),
        MeasureCompleted => ($"Eine Maßnahme ist umgesetzt: {about}", $"A measure is done: {about}"),
        InterpreterConfirmed => ($"Sprachmittlung bestätigt ({about})", $"Interpreter confirmed ({about})"),
        InterpreterDeclined => ($"Sprachmittlung abgelehnt ({about})", $"Interpreter request refused ({about})"),
        InterpreterUnserved => ($"Keine Sprachmittlung gefunden ({about})", $"No interpreter found ({about})"),
        NaturalisationCounselling => ("Einbürgerung: Die Beratung hat stattgefunden", "Naturalisation: the consultation took place"),
        NaturalisationApplication => ($"Einbürgerung: Der Antrag ist gestellt ({about})", $"Naturalisation: the application is filed ({about})"),
        NaturalisationDecision => ($"Einbürgerung: Der Antrag ist {Outcome(about).De}", $"Naturalisation: the application was {Outcome(about).En}"),
        NaturalisationConferral => ("Einbürgerung: Die Urkunde ist ausgehändigt", "Naturalisation: the certificate was handed over"),
        _ => (about, about),
    };

    private static (string De, string En) Outcome(string code) => code switch
    {
        "GRANTED" => ("bewilligt", "granted"),
        "REFUSED" => ("abgelehnt", "refused"),
        "WITHDRAWN" => ("zurückgenommen", "withdrawn"),
        _ => (code, code),
    };
}
