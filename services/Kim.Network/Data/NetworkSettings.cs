using Kim.Network.Reference;
using Kim.ServiceKit.SmallCells;
using Microsoft.EntityFrameworkCore;

namespace Kim.Network.Data;

/// <summary>The numbers that the installation sets, with what holds where it sets none.</summary>
internal static class NetworkSettings
{
    /// <summary>How many open needs of one topic make a theme visible.</summary>
    public static Task<int> ThemeThresholdAsync(this NetworkDb db, CancellationToken ct) => db.ReadAsync(Setting.ThemeThreshold, 5, ct);

    /// <summary>The smallest count that leaves the coordinators. An installation may raise it, never lower it: the mark says "&lt;5".</summary>
    public static async Task<int> SmallCellThresholdAsync(this NetworkDb db, CancellationToken ct) =>
        Math.Max(SmallCell.DefaultThreshold, await db.ReadAsync(Setting.SmallCellThreshold, SmallCell.DefaultThreshold, ct));

    private static async Task<int> ReadAsync(this NetworkDb db, string key, int unless, CancellationToken ct) =>
        await db.Settings.Where(setting => setting.Key == key).Select(setting => (int?)setting.Value).SingleOrDefaultAsync(ct) ?? unless;
}
