namespace Kim.Interpreters.Features;

/// <summary>What every step of the pool writes beside the change itself: who acts, the audit, the events, the time.</summary>
internal sealed record Desk(Actor Actor, AuditBook Audit, EventBook Events, TimeProvider Clock, HttpContext Http)
{
    /// <summary>The present.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();
}
