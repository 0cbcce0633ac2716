using Microsoft.AspNetCore.Http;

namespace Kim.ServiceKit.Http;

/// <summary>A body that is too large to be held until the commit.</summary>
public static class LateBody
{
    private static readonly object Key = new();

    /// <summary>Writes the body when the transaction is committed, straight to the caller. What fails then breaks the answer off.</summary>
    /// <param name="http">The request.</param>
    /// <param name="write">Writes it; the database is out of its reach.</param>
    public static void SendAfterCommit(this HttpContext http, Func<Stream, CancellationToken, Task> write) => http.Items[Key] = write;

    internal static Func<Stream, CancellationToken, Task>? Of(HttpContext http) => http.Items[Key] as Func<Stream, CancellationToken, Task>;
}
