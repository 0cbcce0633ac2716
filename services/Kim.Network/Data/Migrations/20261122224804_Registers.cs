using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kim.Network.Data.Migrations
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<List<string>>(
                name: "sources",
                table: "positions",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "names",
                table: "organisations",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<List<string>>(
                name: "sources",
                table: "organisations",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "sources",
                table: "offers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "tags",
                table: "offers",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "sources",
                table: "municipalities",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "sources",
                table: "kim_modules",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "contents",
                table: "fields_of_action",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<List<string>>(
                name: "partners",
                table: "fields_of_action",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "sources",
                table: "fields_of_action",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "tags",
                table: "fields_of_action",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<List<string>>(
                name: "sources",
                table: "districts",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<List<string>>(
                name: "sources",
                table: "committees",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.CreateTable(
                name: "conferences",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    organisations = table.Column<List<string>>(type: "text[]", nullable: false),
                    speakers = table.Column<string>(type: "jsonb", nullable: false),
                    quotes = table.Column<List<string>>(type: "text[]", nullable: false),
                    url = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conferences", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    attitude = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    statement = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    voices = table.Column<string>(type: "jsonb", nullable: false),
                    stakeholders = table.Column<List<string>>(type: "text[]", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    demo = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "diagram_boxes",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    level_inferred = table.Column<bool>(type: "boolean", nullable: false),
                    legend_marker = table.Column<string>(type: "text", nullable: true),
                    committees = table.Column<List<string>>(type: "text[]", nullable: false),
                    organisations = table.Column<List<string>>(type: "text[]", nullable: false),
                    positions = table.Column<List<string>>(type: "text[]", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: true),
                    media = table.Column<string>(type: "text", nullable: true),
                    hoheitlich = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diagram_boxes", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "diagram_levels",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    label = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diagram_levels", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "hilfeplan_sources",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    uniform = table.Column<string>(type: "text", nullable: false),
                    rechtskreis = table.Column<string>(type: "text", nullable: true),
                    provision = table.Column<string>(type: "text", nullable: true),
                    actor_types = table.Column<List<string>>(type: "text[]", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hilfeplan_sources", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "legal_bases",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    @short = table.Column<string>(name: "short", type: "text", nullable: true),
                    adopted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    successor = table.Column<string>(type: "text", nullable: true),
                    fundings = table.Column<string>(type: "jsonb", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_bases", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "media",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    programme = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<string>(type: "text", nullable: true),
                    url = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "next_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    changed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    history = table.Column<string>(type: "jsonb", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    committee = table.Column<string>(type: "text", nullable: true),
                    open_question = table.Column<string>(type: "text", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    demo = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_next_steps", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    funder = table.Column<string>(type: "text", nullable: true),
                    target_group = table.Column<string>(type: "text", nullable: true),
                    age_from = table.Column<int>(type: "integer", nullable: true),
                    age_until = table.Column<int>(type: "integer", nullable: true),
                    statuses = table.Column<List<string>>(type: "text[]", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    permanence = table.Column<string>(type: "text", nullable: true),
                    forerunner = table.Column<string>(type: "text", nullable: true),
                    roles = table.Column<string>(type: "jsonb", nullable: false),
                    usage_periods = table.Column<string>(type: "jsonb", nullable: false),
                    components = table.Column<string>(type: "jsonb", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "stakeholders",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    actor_type = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stakeholders", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "texts",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    area = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: true),
                    actor_types = table.Column<List<string>>(type: "text[]", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    sources = table.Column<List<string>>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_texts", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conferences_position",
                table: "conferences",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_consultations_key",
                table: "consultations",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultations_position_id",
                table: "consultations",
                columns: new[] { "position", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultations_stakeholders",
                table: "consultations",
                column: "stakeholders")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_diagram_boxes_position",
                table: "diagram_boxes",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_hilfeplan_sources_position",
                table: "hilfeplan_sources",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_legal_bases_position",
                table: "legal_bases",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_media_position",
                table: "media",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_next_steps_key",
                table: "next_steps",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_next_steps_position",
                table: "next_steps",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_position",
                table: "programmes",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_stakeholders_position",
                table: "stakeholders",
                column: "position");

            migrationBuilder.CreateIndex(
                name: "ix_texts_position",
                table: "texts",
                column: "position");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conferences");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "diagram_boxes");

            migrationBuilder.DropTable(
                name: "diagram_levels");

            migrationBuilder.DropTable(
                name: "hilfeplan_sources");

            migrationBuilder.DropTable(
                name: "legal_bases");

            migrationBuilder.DropTable(
                name: "media");

            migrationBuilder.DropTable(
                name: "next_steps");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.DropTable(
                name: "stakeholders");

            migrationBuilder.DropTable(
                name: "texts");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "positions");

            migrationBuilder.DropColumn(
                name: "names",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "municipalities");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "kim_modules");

            migrationBuilder.DropColumn(
                name: "contents",
                table: "fields_of_action");

            migrationBuilder.DropColumn(
                name: "partners",
                table: "fields_of_action");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "fields_of_action");

            migrationBuilder.DropColumn(
                name: "tags",
                table: "fields_of_action");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "districts");

            migrationBuilder.DropColumn(
                name: "sources",
                table: "committees");
        }
    }
}
