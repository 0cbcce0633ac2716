using Kim.Funding.Domain.Reports;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.Funding.Data.Reports;

/// <summary>The projections: one row per aggregate and version. They can be dropped and rebuilt from the journal at any time.</summary>
internal abstract class FactMapping<T>(string table) : IEntityTypeConfiguration<T> where T : ReportFact
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table);
        builder.HasKey(fact => new { fact.Ref, fact.Version });
        builder.Property(fact => fact.Ref).ValueGeneratedNever();
        builder.HasRowScope(ReportScopes.Office);
        Map(builder);
    }

    protected virtual void Map(EntityTypeBuilder<T> builder)
    {
    }
}

internal sealed class CaseStepMapping() : FactMapping<CaseStep>("report_case_steps")
{
    protected override void Map(EntityTypeBuilder<CaseStep> builder)
    {
        builder.Property(step => step.Topics).HasJson();
        builder.HasIndex(step => step.On);
    }
}

internal sealed class NeedReportMapping() : FactMapping<NeedReport>("report_needs");

internal sealed class NeedWithdrawalMapping() : FactMapping<NeedWithdrawal>("report_need_withdrawals");

internal sealed class ThemeStepMapping() : FactMapping<ThemeStep>("report_theme_steps")
{
    protected override void Map(EntityTypeBuilder<ThemeStep> builder) => builder.Property(step => step.Needs).HasJson();
}

internal sealed class ResolutionStepMapping() : FactMapping<ResolutionStep>("report_resolutions")
{
    protected override void Map(EntityTypeBuilder<ResolutionStep> builder) => builder.Property(step => step.Needs).HasJson();
}

internal sealed class MeasureStepMapping() : FactMapping<MeasureStep>("report_measure_steps");

internal sealed class BookingStepMapping() : FactMapping<BookingStep>("report_booking_steps")
{
    protected override void Map(EntityTypeBuilder<BookingStep> builder) => builder.Property(step => step.Charges).HasJson();
}

internal sealed class UnreadableFactMapping() : FactMapping<UnreadableFact>("report_unreadable");
