using System.Security.Cryptography;
using System.Text;
using Kim.Identity.Data;
using Kim.Identity.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Identity.SignIn;

/// <summary>
/// Slows guessing down instead of locking accounts: after five tries each further one has to wait twice as long. A try is
/// counted before it is checked, in one statement, so that parallel guesses gain nothing.
/// </summary>
internal sealed class GuessBrake(SignInDb db, TimeProvider clock)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    /// <summary>What is guessed, and from where: a known device has a counter of its own.</summary>
    public static string KeyOf(string what, string target, string? device) =>
        $"{what} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{target}|{device}")))[..40]}";

    /// <summary>Takes one try; null when it may be checked, else how long to wait.</summary>
    public async Task<TimeSpan?> TryAsync(string key, TimeSpan longest, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
            insert into guess_counters as c (key, tries, last_at, open_at) values ({key}, 1, {now}, {now})
            on conflict (key) do update set
              tries = case when c.last_at < {now - Forgotten} then 1 else c.tries + 1 end,
              last_at = {now},
              open_at = case when c.tries < 5 or c.last_at < {now - Forgotten} then {now}
                else {now} + least(power(2, least(c.tries, 20) - 5), {longest.TotalSeconds}) * interval '1 second' end
            where c.open_at <= {now}
            """,
            ct);
        if (taken == 1) return null;
        var open = await db.Set<GuessCounter>().Where(counter => counter.Key == key).Select(counter => counter.OpenAt).SingleOrDefaultAsync(ct);
        return open > now ? open - now : TimeSpan.FromSeconds(1);
    }

    /// <summary>The guess was right: the counter starts anew.</summary>
    public Task ForgetAsync(string key, CancellationToken ct) => db.Set<GuessCounter>().Where(counter => counter.Key == key).ExecuteDeleteAsync(ct);
}
