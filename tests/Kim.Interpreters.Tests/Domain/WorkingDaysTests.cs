using System.Globalization;
using Kim.Interpreters.Domain;

namespace Kim.Interpreters.Tests.Domain;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-01-01", "Neujahr")]
    [InlineData("2026-04-03", "Karfreitag")]
    [InlineData("2026-04-06", "Ostermontag")]
    [InlineData("2026-05-01", "Tag der Arbeit")]
    [InlineData("2026-05-14", "Christi Himmelfahrt")]
    [InlineData("2026-05-25", "Pfingstmontag")]
    [InlineData("2026-06-04", "Fronleichnam")]
    [InlineData("2025-10-03", "Tag der Deutschen Einheit")]
    [InlineData("2024-11-01", "Allerheiligen")]
    [InlineData("2026-12-25", "Weihnachten")]
    [InlineData("2025-12-26", "Weihnachten")]
    [InlineData("2026-11-21", "Samstag")]
    [InlineData("2026-11-22", "Sonntag")]
    [InlineData("2038-04-26", "Ostermontag 2038, der späteste")]
    public void Nobody_works_on_holidays_and_weekends(string day, string name) => Assert.False(WorkingDays.IsWorkingDay(Day(day)), name);

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2026-04-02")]
    [InlineData("2026-10-30")]
    [InlineData("2026-12-24")]
    public void Other_days_are_working_days(string day) => Assert.True(WorkingDays.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-11-16", "2026-11-24", true)]
    [InlineData("2026-11-17", "2026-11-24", false)]
    [InlineData("2026-12-21", "2026-12-30", true)]
    [InlineData("2026-12-22", "2026-12-30", false)]
    public void The_lead_time_counts_whole_working_days(string received, string talk, bool kept) =>
        Assert.Equal(kept, Samples.Rules.LeadTimeKept(At(received), At(talk)));

    private static DateTimeOffset At(string day) => new(Day(day).ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
