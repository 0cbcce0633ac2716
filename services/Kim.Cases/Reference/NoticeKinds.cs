namespace Kim.Cases.Reference;

/// <summary>Kinds of notices and how they read.</summary>
public static class NoticeKinds
{
    public const string ResolutionAdopted = "RESOLUTION_ADOPTED";
    public const string MeasureCompleted = "MEASURE_COMPLETED";
    public const string InterpreterConfirmed = "INTERPRETER_CONFIRMED";
    public const string InterpreterDeclined = "INTERPRETER_DECLINED";
    public const string InterpreterUnserved = "INTERPRETER_UNSERVED";

    /// <summary>The notice in words: kind, then what it is about (title of the resolution, or the language).</summary>
    public static (string De, string En) Text(string kind, string about) => kind switch
    {
        ResolutionAdopted => ($"Zu einem Bedarf aus diesem Fall wurde beschlossen: {about}", $"A need of this case led to a resolution: {about}"),
        MeasureCompleted => ($"Eine Maßnahme ist umgesetzt: {about}", $"A measure is done: {about}"),
        InterpreterConfirmed => ($"Sprachmittlung bestätigt ({about})", $"Interpreter confirmed ({about})"),
        InterpreterDeclined => ($"Sprachmittlung abgelehnt ({about})", $"Interpreter request refused ({about})"),
        InterpreterUnserved => ($"Keine Sprachmittlung gefunden ({about})", $"No interpreter found ({about})"),
        _ => (about, about),
    };
}
