-- a register of schema 1, as sqlite3's iterdump wrote it
BEGIN TRANSACTION;
CREATE TABLE claim_parties (
	party VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	PRIMARY KEY (party, claim), 
	FOREIGN KEY(claim) REFERENCES claims (id) ON DELETE CASCADE
);
INSERT INTO "claim_parties" VALUES('CHL','67ff2ab40a7cbcbf');
INSERT INTO "claim_parties" VALUES('PER','67ff2ab40a7cbcbf');
INSERT INTO "claim_parties" VALUES('KAZ','c43243a9bcbff223');
CREATE TABLE claims (
	id VARCHAR NOT NULL, 
	document VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	type VARCHAR NOT NULL, 
	first_day INTEGER, 
	last_day INTEGER, 
	current BOOLEAN NOT NULL, 
	body TEXT NOT NULL, 
	recorded INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document) REFERENCES documents (id), 
	FOREIGN KEY(recorded) REFERENCES runs (id)
);
INSERT INTO "claims" VALUES('67ff2ab40a7cbcbf','peru',0,'relations',679422,679422,1,'{"date":"1861-03-12","event":"established","evidence":{"document":"peru","end":65,"quote":"Peru and Chile established diplomatic relations on 12 March 1861.","start":0},"modality":"asserted","parties":["CHL","PER"],"type":"relations"}',1);
INSERT INTO "claims" VALUES('c43243a9bcbff223','list',0,'relations',727437,727437,1,'{"date":"1992-08-27","event":"established","evidence":{"document":"list","end":22,"quote":"| 5 | 27 August 1992 |","start":0},"heading":"Азия","missing":"party","modality":"asserted","parties":["KAZ"],"row":5,"table":1,"type":"relations"}',1);
CREATE TABLE documents (
	id VARCHAR NOT NULL, 
	place TEXT NOT NULL, 
	digest VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	date VARCHAR, 
	text TEXT NOT NULL, 
	body TEXT NOT NULL, 
	engine VARCHAR NOT NULL, 
	current BOOLEAN NOT NULL, 
	recorded INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(recorded) REFERENCES runs (id)
);
INSERT INTO "documents" VALUES('peru','papers/peru.txt','52a36fceb43fe71605f97f18d8a7748dd1e8f8428d72fa66f8a6ab6b3dab147c','text/plain','en','2026-02-02','Peru and Chile established diplomatic relations on 12 March 1861.
','{"date":{"end":10,"how":"a leading date line","start":0,"value":"2026-02-02"},"language":{"end":null,"how":"letters","start":null,"value":"en"},"title":{"end":null,"how":"told","start":null,"value":"Перу — 智利"},"topic":{"end":null,"how":"the title","start":null,"value":["PER","CHL"]}}','engine',1,1);
INSERT INTO "documents" VALUES('list','papers/list.txt','34be6d39aed56db72c2d8457a8d8d868cb3b4d7776df0acc38f747d7a9213a66','text/plain','zh','2026-02-02','| 5 | 27 August 1992 |
','{"date":{"end":10,"how":"a leading date line","start":0,"value":"2026-02-02"},"language":{"end":null,"how":"letters","start":null,"value":"zh"},"title":{"end":null,"how":"told","start":null,"value":"Перу — 智利"},"topic":{"end":null,"how":"the title","start":null,"value":["PER","CHL"]}}','engine',1,1);
CREATE TABLE fact_claims (
	fact VARCHAR NOT NULL, 
	claim VARCHAR NOT NULL, 
	PRIMARY KEY (fact, claim), 
	FOREIGN KEY(fact) REFERENCES facts (id) ON DELETE CASCADE, 
	FOREIGN KEY(claim) REFERENCES claims (id)
);
INSERT INTO "fact_claims" VALUES('f1','67ff2ab40a7cbcbf');
CREATE TABLE fact_parties (
	party VARCHAR NOT NULL, 
	fact VARCHAR NOT NULL, 
	PRIMARY KEY (party, fact), 
	FOREIGN KEY(fact) REFERENCES facts (id) ON DELETE CASCADE
);
INSERT INTO "fact_parties" VALUES('CHL','f1');
INSERT INTO "fact_parties" VALUES('PER','f1');
INSERT INTO "fact_parties" VALUES('CHL','f2');
INSERT INTO "fact_parties" VALUES('PER','f2');
CREATE TABLE facts (
	id VARCHAR NOT NULL, 
	type VARCHAR NOT NULL, 
	standing VARCHAR NOT NULL, 
	modality VARCHAR NOT NULL, 
	first_day INTEGER, 
	last_day INTEGER, 
	claim VARCHAR, 
	inference TEXT, 
	body TEXT NOT NULL, 
	recorded INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT everything_has_a_source CHECK (claim IS NOT NULL OR (inference IS NOT NULL AND inference <> '')), 
	FOREIGN KEY(claim) REFERENCES claims (id), 
	FOREIGN KEY(recorded) REFERENCES runs (id)
);
INSERT INTO "facts" VALUES('f1','relations','single source','asserted',679422,679422,'67ff2ab40a7cbcbf',NULL,'{"id":"f1","inference":null,"modality":"asserted","readings":[{"claims":["67ff2ab40a7cbcbf"],"documents":["peru"],"rank":"preferred","reason":"The only value — единственное.","roles":{"event":"established","parties":["CHL","PER"],"type":"relations"},"rule":"only-value","when":"1861-03-12"}],"roles":{"event":"established","parties":["CHL","PER"],"type":"relations"},"standing":"single source"}',1);
INSERT INTO "facts" VALUES('f2','relations','inferred','asserted',679422,679422,NULL,'{"facts":["f1"],"reason":"Chile continues it.","rule":"continued"}','{"id":"f2","inference":{"facts":["f1"],"reason":"Chile continues it.","rule":"continued"},"modality":"asserted","readings":[{"claims":[],"documents":[],"rank":"preferred","reason":"The only value — единственное.","roles":{"event":"established","parties":["CHL","PER"],"type":"relations"},"rule":"only-value","when":"1861-03-12"}],"roles":{"event":"established","parties":["CHL","PER"],"type":"relations"},"standing":"inferred"}',1);
CREATE TABLE issues (
	stage VARCHAR NOT NULL, 
	owner TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	code VARCHAR NOT NULL, 
	severity VARCHAR NOT NULL, 
	place TEXT NOT NULL, 
	message TEXT NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	PRIMARY KEY (stage, owner, position), 
	CHECK (stage IN ('load', 'read', 'reconcile'))
);
INSERT INTO "issues" VALUES('read','list',0,'row-without-party','warning','list','row 5',0,4);
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('format','comity register');
INSERT INTO "meta" VALUES('schema','1');
INSERT INTO "meta" VALUES('facts','engine');
CREATE TABLE missing_rows (
	claim VARCHAR NOT NULL, 
	known VARCHAR NOT NULL, 
	settled VARCHAR, 
	body TEXT NOT NULL, 
	PRIMARY KEY (claim), 
	FOREIGN KEY(claim) REFERENCES claims (id)
);
INSERT INTO "missing_rows" VALUES('c43243a9bcbff223','KAZ',NULL,'{"candidates":[{"party":"AZE","reasons":["The day is theirs."],"score":0.75}],"claim":"c43243a9bcbff223","known":"KAZ","reason":null,"rule":null,"settled":null,"together":[],"when":"1992-08-27"}');
CREATE TABLE past (
	kind VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	recorded INTEGER NOT NULL, 
	retired INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (kind, id, recorded, retired), 
	CHECK (kind IN ('document', 'claim', 'fact')), 
	FOREIGN KEY(recorded) REFERENCES runs (id), 
	FOREIGN KEY(retired) REFERENCES runs (id)
);
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	started VARCHAR NOT NULL, 
	finished VARCHAR, 
	version VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "runs" VALUES(1,'2026-11-22T00:34:36+00:00','2026-11-22T00:34:36+00:00','0.1.0');
CREATE INDEX claims_by_type ON claims (type, first_day, last_day);
CREATE INDEX claims_by_document ON claims (document, position);
CREATE INDEX ix_claim_parties_claim ON claim_parties (claim);
CREATE INDEX facts_by_type ON facts (type, first_day, last_day);
CREATE INDEX facts_by_claim ON facts (claim);
CREATE INDEX facts_by_standing ON facts (standing);
CREATE INDEX ix_fact_parties_fact ON fact_parties (fact);
CREATE INDEX ix_fact_claims_claim ON fact_claims (claim);
COMMIT;
