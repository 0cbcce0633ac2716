using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_audit_subject_id_at",
                table: "audit");

            migrationBuilder.AddColumn<string>(
                name: "purpose",
                table: "audit",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "terms_hash",
                table: "audit",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "xid",
                table: "audit",
                type: "bigint",
                nullable: false,
                defaultValueSql: "(pg_current_xact_id()::text)::bigint");

            migrationBuilder.CreateTable(
                name: "audit_seals",
                columns: table => new
                {
                    segment = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    until_xid = table.Column<long>(type: "bigint", nullable: false),
                    until_id = table.Column<long>(type: "bigint", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => new { x.segment, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_subject_id_at_id",
                table: "audit",
                columns: new[] { "subject_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_xid_id",
                table: "audit",
                columns: new[] { "xid", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_seals_until_xid_until_id",
                table: "audit_seals",
                columns: new[] { "until_xid", "until_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_seals");

            migrationBuilder.DropIndex(
                name: "ix_audit_subject_id_at_id",
                table: "audit");

            migrationBuilder.DropIndex(
                name: "ix_audit_xid_id",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "purpose",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "terms_hash",
                table: "audit");

            migrationBuilder.DropColumn(
                name: "xid",
                table: "audit");

            migrationBuilder.CreateIndex(
                name: "ix_audit_subject_id_at",
                table: "audit",
                columns: new[] { "subject_id", "at" });
        }
    }
}
