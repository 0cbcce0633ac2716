using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Naturalisation.Data.Migrations
{
    /// <inheritdoc />
    public partial class RestrictedFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "restricted_until",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "restriction_duty",
                table: "referrals",
                type: "character varying(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_referrals_restricted_until",
                table: "referrals",
                column: "restricted_until",
                filter: "restricted_until is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_referrals_restricted_until",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "restricted_until",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "restriction_duty",
                table: "referrals");
        }
    }
}
