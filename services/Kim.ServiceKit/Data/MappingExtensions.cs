using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kim.ServiceKit.Data;

/// <summary>The house's words for mappings.</summary>
public static class MappingExtensions
{
    internal const string RowVersion = "RowVersion";
    internal const string RowScope = "Kim:RowScope";

    /// <summary>Optimistic concurrency on PostgreSQL's <c>xmin</c>, as a shadow property: the entity's ETag.</summary>
    public static EntityTypeBuilder<T> HasRowVersion<T>(this EntityTypeBuilder<T> builder) where T : class
    {
        builder.Property<uint>(RowVersion).IsRowVersion();
        return builder;
    }

    /// <summary>
    /// Which rows a user may see: an SQL condition over the table's columns, which may call <c>kim.account()</c>,
    /// <c>kim.has_role('CODE')</c>, <c>kim.organisation()</c>, <c>kim.team()</c>, <c>kim.in_ags(column)</c> and
    /// <c>kim.reaches('ALL')</c>: how far the table of rights lets the operation reach. The system scope sees all. <c>migrate</c> turns it into a row-level policy; tables without one are open to every scope, and closed without a scope.
    /// </summary>
    public static EntityTypeBuilder<T> HasRowScope<T>(this EntityTypeBuilder<T> builder, string condition) where T : class
    {
        builder.HasAnnotation(RowScope, condition);
        return builder;
    }
}
