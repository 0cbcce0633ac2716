namespace Kim.Cases.Domain;

/// <summary>Who does something and when: time comes into the domain as a value.</summary>
/// <param name="By">The acting account.</param>
/// <param name="At">The instant, UTC.</param>
/// <param name="Day">The same instant as a day in Germany: consents and legal periods count in days.</param>
public sealed record Act(Guid By, DateTimeOffset At, DateOnly Day);
