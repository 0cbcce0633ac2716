using System.Linq.Expressions;
using Kim.ServiceKit.Messaging;

namespace Kim.ServiceKit.Operations;

/// <summary>A parked message as ops sees it in lists.</summary>
/// <param name="Id">Id of the parked message.</param>
/// <param name="MessageId">Id on the wire, if it had one.</param>
/// <param name="Type">Wire name of its event.</param>
/// <param name="Queue">The queue that it came from.</param>
/// <param name="Cause">FAILED, UNREADABLE, NOT_CONSUMED or DELIVERY_LIMIT.</param>
/// <param name="ExceptionType">Type of the exception; its text is not kept.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Redrives">How often it was sent back.</param>
/// <param name="OccurredAt">When the event happened, if the message says so.</param>
/// <param name="ParkedAt">When it was put aside.</param>
/// <param name="AgeSeconds">Seconds since then.</param>
/// <param name="State">PARKED, REDRIVING, REDRIVEN or DISCARDED.</param>
internal sealed record ParkedItem(
    Guid Id, Guid? MessageId, string Type, string Queue, string Cause, string? ExceptionType, int Attempts, int Redrives,
    DateTimeOffset? OccurredAt, DateTimeOffset ParkedAt, long AgeSeconds, string State)
{
    public static readonly Expression<Func<ParkedMessage, ParkedItem>> OfRow = row => new ParkedItem(
        row.Id, row.MessageId, row.Type, row.Queue, row.Cause, row.ExceptionType, row.Attempts, row.Redrives, row.OccurredAt, row.ParkedAt, 0, row.State);

    public ParkedItem At(DateTimeOffset now) => this with { AgeSeconds = (long)(now - ParkedAt).TotalSeconds };
}
