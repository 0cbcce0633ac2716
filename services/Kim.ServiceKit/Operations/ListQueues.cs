using Kim.ServiceKit.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kim.ServiceKit.Operations;

/// <summary>Shows outbox and queues at the last look of this instance, a few seconds old.</summary>
internal static class ListQueues
{
    /// <summary>The messaging of the service; <c>Waiting</c> of a queue is null while the broker is away.</summary>
    public sealed record Response(DateTimeOffset? TakenAt, long OutboxRows, double OutboxSeconds, IReadOnlyList<QueueItem> Queues);

    /// <summary>One queue.</summary>
    public sealed record QueueItem(string Queue, string Type, long? Waiting, double SilentSeconds, long Parked);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/ops/queues", Handle)
        .WithName(nameof(ListQueues))
        .WithSummary("Show outbox and queues")
        .WithDescription("Waiting events and messages, seconds of silence, parked messages; a few seconds old.")
        .RequireAuthorization(OpsPolicies.ReadMessages);

    private static Ok<Response> Handle(MessagingFigures figures)
    {
        var last = figures.Last;
        return TypedResults.Ok(new Response(
            last.TakenAt, last.OutboxRows, last.OutboxSeconds,
            [.. last.Queues.Select(queue => new QueueItem(queue.Queue, queue.Type, queue.Waiting, queue.SilentSeconds, queue.Parked))]));
    }
}
