using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Cases.Data.Migrations
{
    /// <inheritdoc />
    public partial class ErasureAndCopy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "erase_on",
                table: "cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "restriction_duty",
                table: "cases",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    case_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    duty = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    erase_on = table.Column<DateOnly>(type: "date", nullable: false),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.case_digest);
                });

            migrationBuilder.CreateTable(
                name: "person_packages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_by = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    waiting_for = table.Column<List<string>>(type: "text[]", nullable: false),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    content = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_packages", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_packages_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_erase_on",
                table: "cases",
                column: "erase_on",
                filter: "erase_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_person_packages_case_id",
                table: "person_packages",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_packages_try_at",
                table: "person_packages",
                column: "try_at",
                filter: "try_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "person_packages");

            migrationBuilder.DropIndex(
                name: "ix_cases_erase_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "erase_on",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "restriction_duty",
                table: "cases");
        }
    }
}
