using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Cases.Data.Migrations
{
    /// <inheritdoc />
    public partial class FundingAndReferrals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_until",
                table: "nationalities",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "funding_files",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    facts = table.Column<string>(type: "text", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_files", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_funding_files_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "naturalisation_referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    referred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    referred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    referred_by = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_naturalisation_referrals", x => x.id);
                    table.ForeignKey(
                        name: "fk_naturalisation_referrals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_naturalisation_referrals_consents_consent_id",
                        column: x => x.consent_id,
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "naturalisation_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    route = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_naturalisation_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "referral_doors",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referral_doors", x => x.referral_id);
                    table.ForeignKey(
                        name: "fk_referral_doors_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_referral_doors_referrals_referral_id",
                        column: x => x.referral_id,
                        principalTable: "naturalisation_referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_funding_files_reference",
                table: "funding_files",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_naturalisation_referrals_case_id",
                table: "naturalisation_referrals",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_naturalisation_referrals_running",
                table: "naturalisation_referrals",
                column: "consent_id",
                filter: "consent_ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_naturalisation_steps_referral_id_kind_version",
                table: "naturalisation_steps",
                columns: new[] { "referral_id", "kind", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_referral_doors_case_id",
                table: "referral_doors",
                column: "case_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funding_files");

            migrationBuilder.DropTable(
                name: "naturalisation_steps");

            migrationBuilder.DropTable(
                name: "referral_doors");

            migrationBuilder.DropTable(
                name: "naturalisation_referrals");

            migrationBuilder.DropColumn(
                name: "valid_until",
                table: "nationalities");
        }
    }
}
